package org.clientele.segment;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param nightlyAt when verticals that count from today are carried into the new day, in the time zone of the server
 */
@ConfigurationProperties("clientele.recompute")
public record RecomputeProperties(@DefaultValue("00:10") LocalTime nightlyAt) {}
