package org.clientele.cases.persistence;

import java.util.Optional;
import org.clientele.cases.ServicePolicy;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What verticals promise. */
@Repository
public class PolicyDao {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Jdbi jdbi;

    public PolicyDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** As it was stored, with its version. */
    public record Stored(ServicePolicy policy, int version) {}

    public Optional<Stored> find(int verticalId) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT policy, version FROM case_policy WHERE vertical_id = :vertical")
                        .bind("vertical", verticalId)
                        .map((row, _) -> new Stored(read(row.getString(1)), row.getInt(2)))
                        .findOne());
    }

    /** False when somebody else stored one since the version was read; version 0: there was none. */
    public boolean store(int verticalId, int version, ServicePolicy policy) {
        return jdbi.withHandle(h -> h.createUpdate(version == 0 ? """
                                INSERT INTO case_policy (vertical_id, policy, version) SELECT v.id, :policy, 1 FROM vertical v
                                WHERE v.id = :vertical AND NOT EXISTS (SELECT 1 FROM case_policy p WHERE p.vertical_id = :vertical)""" : """
                                UPDATE case_policy SET policy = :policy, version = version + 1, import_id = NULL
                                WHERE vertical_id = :vertical AND version = %d""".formatted(version))
                        .bind("policy", JSON.writeValueAsString(policy))
                        .bind("vertical", verticalId)
                        .execute()
                == 1);
    }

    void restore(int verticalId, String policy, @Nullable Long importId) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO case_policy (vertical_id, policy, version, import_id) VALUES (:vertical, :policy, 1, :import)""")
                .bind("vertical", verticalId)
                .bind("policy", policy)
                .bind("import", importId)
                .execute());
    }

    static ServicePolicy read(String text) {
        return JSON.readValue(text, ServicePolicy.class);
    }
}
