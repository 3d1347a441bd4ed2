package org.clientele.market.ui;

import java.time.Clock;
import org.clientele.market.MarketBoard;
import org.clientele.market.MarketBook;
import org.springframework.stereotype.Component;

/** What the market development board asks. */
@Component
record MarketServices(MarketBoard board, MarketBook book, Clock clock) {}
