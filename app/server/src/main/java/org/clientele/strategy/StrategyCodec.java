package org.clientele.strategy;

import org.clientele.common.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is set in a strategy as JSON, and reads it. Stateless. */
final class StrategyCodec {
    /** The most that is stored. */
    private static final int LONGEST = 60_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StrategyCodec() {}

    static String write(StrategyChange change) {
        String written = JSON.writeValueAsString(change);
        if (written.length() > LONGEST) {
            throw new Problem("strategy.problem.too-long", written.length(), LONGEST);
        }
        return written;
    }

    static String json(Object content) {
        return JSON.writeValueAsString(content);
    }

    /** @throws Problem when it is nothing that was written here */
    static <T> T read(String stored, Class<T> type) {
        try {
            return JSON.readValue(stored, type);
        } catch (JacksonException | NullPointerException other) {
            throw new Problem("strategy.problem.unreadable");
        }
    }

    /** @throws Problem when it is nothing that was written here */
    static StrategyChange read(String stored) {
        return read(stored, StrategyChange.class);
    }
}
