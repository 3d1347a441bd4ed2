package org.clientele.plugin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed to somebody who enables a plugin: what was chosen last time, else what the definition says.
 *
 * @param currencyFixed whether data is kept in the currency, so that it cannot change
 */
public record EnableProposal(
        String currency,
        boolean currencyFixed,
        AsOfMode asOfMode,
        @Nullable LocalDate asOfDate) {}
