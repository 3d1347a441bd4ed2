package org.clientele.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.cases.ServicePolicy;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.survey.SurveyData;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts a row into every table that may hold something of a vertical, and looks what is left. */
final class VerticalRemains {
    /** Numbers of rows, of changes, and of forms that were sent; names of files; and the clocks of cases, which are read again. */
    private static final Set<String> ANEW = Set.of(
            "id",
            "vertical_id",
            "import_id",
            "case_id",
            "related_id",
            "merged_into",
            "article_id",
            "interaction_id",
            "run_id",
            "workflow_run_id",
            "survey_id",
            "invitation_id",
            "reverses",
            "activity_row",
            "stakeholder_id",
            "score_id",
            "version",
            "stored_name",
            "loyalty_programme.turn",
            "loyalty_entry.request_key",
            "adjustment_id",
            "service_case.answer_due_at",
            "service_case.solve_due_at",
            "service_case.due_at",
            "service_case.alert",
            "service_case.look_at");

    private final TestDatabase database;

    VerticalRemains(TestDatabase database) {
        this.database = database;
    }

    /** A customer with everything that can hang on one, an import with its file, and a user with a role in the vertical alone. */
    void fill(Vertical vertical, Path data) {
        database.jdbi().useHandle(handle -> {
            long user = user(handle);
            handle.execute(
                    "INSERT INTO user_grant (user_id, user_role, vertical_key) VALUES (?, 'STAFF', ?)",
                    user,
                    vertical.key());
            int id = vertical.id();
            long customer =
                    insert(handle, "customer (vertical_id, ref, created_at) VALUES (?, 'hung', CURRENT_TIMESTAMP)", id);
            handle.execute(
                    "INSERT INTO saved_view (user_id, vertical_id, name, view_query) VALUES (?, ?, 'mine', '')",
                    user,
                    id);
            handle.execute(
                    "INSERT INTO attribute_change (vertical_id, customer_id, attribute_id, changed_on, before_value) VALUES (?, ?, 'member', DATE '2024-01-01', 'true')",
                    id,
                    customer);
            long interaction = insert(handle, """
                    interaction (request_key, vertical_id, customer_id, author_id, happened_at, channel, direction, subject, notes)
                    VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP, 'PHONE', 'INCOMING', 's', 'n')""", "request " + id, id, customer, user);
            handle.execute(
                    "INSERT INTO interaction_revision VALUES (?, 1, ?, CURRENT_TIMESTAMP, ?)", interaction, user, """
                    {"happenedAt":"2024-01-01T00:00:00Z","channel":"PHONE","direction":"INCOMING","subject":"s","notes":"","outcome":null,"satisfaction":null,"followUpOn":null}""");
            cases(handle, id, customer, interaction, user, file(data));
            handle.execute(
                    "INSERT INTO work_note (vertical_id, customer_id, kind, item_key, author_id, written_at, act, note) VALUES (?, ?, 'TASK', 'k', ?, CURRENT_TIMESTAMP, 'DONE', 'n')",
                    id,
                    customer,
                    user);
            handle.execute(
                    "INSERT INTO customer_loss (vertical_id, customer_id, lost_on, reason, note, recorded_by, recorded_at, won_on, won_by) VALUES (?, ?, DATE '2024-01-01', 'PRICE', 'n', ?, CURRENT_TIMESTAMP, DATE '2024-02-01', 'w')",
                    id,
                    customer,
                    user);
            handle.execute("""
                    INSERT INTO notification (user_id, vertical_id, customer_id, notice_kind, event_key, place, subject, detail, happened_at,
                      in_bell)
                    VALUES (?, ?, ?, 'UNHAPPY', ?, 'p', '', '', CURRENT_TIMESTAMP, TRUE)""", user, id, customer, "event " + id);
            long article = insert(handle, "article (vertical_id, article_key) VALUES (?, 'k')", id);
            handle.execute("INSERT INTO article_version VALUES (?, 1, ?, 'Ann', CURRENT_TIMESTAMP)", article, """
                    {"title":{"english":"t","chinese":""},"text":{"english":"x","chinese":""},"segments":[],"types":["REFUND"],"guides":[]}""");
            handle.execute("INSERT INTO article_answer VALUES (?, ?, TRUE)", article, user);
            handle.execute("INSERT INTO keeping_cost VALUES (?, 100, NULL)", id);
            handle.execute(
                    "INSERT INTO market_entry (vertical_id, entry_name, year_number, quarter_number, amount, entered_by, entered_at) VALUES (?, 'MARKET_SIZE', 2024, 1, 9, ?, CURRENT_TIMESTAMP)",
                    id,
                    user);
            parties(handle, id, user);
            points(handle, id, customer, user);
            surveys(handle, id, customer, user);
            long key =
                    insert(handle, "segment_key (vertical_id, model_id, segment_id) VALUES (?, 'spend', 'high')", id);
            handle.execute(
                    "INSERT INTO membership_end VALUES (?, ?, ?, DATE '2024-01-01', NULL, 1)", id, customer, key);
            handle.execute(
                    "INSERT INTO membership (vertical_id, customer_id, segment_key_id, valid_from, reason) VALUES (?, ?, ?, DATE '2024-01-01', 'r')",
                    id,
                    customer,
                    key);
            ModelRemains.fill(handle, id);
            handle.execute("INSERT INTO treatment_order VALUES (?, 0, 'spend', 'high', NULL)", id);
            handle.execute(
                    "INSERT INTO strategy_version (vertical_id, model_id, segment_id, version_number, version_kind, version_status, content, author, created_at, effective_at) VALUES (?, 'spend', 'high', 1, 'SET', 'PUBLISHED', '{}', 'Ann', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)",
                    id);
            handle.execute(
                    "INSERT INTO strategy_setting VALUES (?, '~', '~', 'CONTACT', '{\"days\":7,\"quietDays\":[]}', 'Ann', CURRENT_TIMESTAMP, NULL)",
                    id);
            handle.execute(
                    "INSERT INTO strategy_enrolment VALUES (?, '~', '~', ?, DATE '2024-01-01', TRUE, '1', NULL)",
                    id,
                    customer);
            handle.execute(
                    "INSERT INTO strategy_draft VALUES (?, 'spend', 'high', 1, '{}', 'Ann', CURRENT_TIMESTAMP, NULL)",
                    id);
            handle.execute("INSERT INTO strategy_entry VALUES (?, 'c1', ?, DATE '2024-01-01', NULL)", id, customer);
            handle.execute(
                    "INSERT INTO running_strategy VALUES (?, 'spend', 'high', DATE '2024-01-01', 'Ann', CURRENT_TIMESTAMP, NULL)",
                    id);
            handle.execute("""
                    INSERT INTO task (vertical_id, customer_id, model_id, segment_id, play_id, planned_on, due_on, task_state, created_at)
                    VALUES (?, ?, 'spend', 'high', 'call', DATE '2024-01-01', DATE '2024-01-01', 'OPEN', CURRENT_TIMESTAMP)""", id, customer);
            long workflow = insert(handle, """
                    workflow_run (vertical_id, customer_id, workflow_id, run_state, started_on, last_on)
                    VALUES (?, ?, 'w', 'DONE', DATE '2024-01-01', DATE '2024-01-01')""", id, customer);
            handle.execute(
                    "INSERT INTO workflow_step VALUES (?, 0, ?, 'STARTED', NULL, DATE '2024-01-01', CURRENT_TIMESTAMP, ?, '', '')",
                    workflow,
                    id,
                    user);
            handle.execute(
                    "INSERT INTO guide_text (vertical_id, guide_id, language, author, written_at) VALUES (?, 'g', 'en', 'Ann', CURRENT_TIMESTAMP)",
                    id);
            handle.execute(
                    "INSERT INTO consent (vertical_id, customer_id, topic, decision, channel, recorded_at, recorded_by, note) VALUES (?, ?, 'SURVEYS', 'GIVEN', NULL, CURRENT_TIMESTAMP, ?, 'n')",
                    id,
                    customer,
                    user);
            handle.execute(
                    "INSERT INTO erasure_proof (vertical_id, erased_at, erased_by, counts) VALUES (?, CURRENT_TIMESTAMP, 'Ann', '{}')",
                    id);
            imports(handle, id, customer, rejected(data));
            failures(handle, vertical.key());
        });
    }

    private static void cases(Handle handle, int id, long customer, long interaction, long user, String file) {
        handle.execute("INSERT INTO case_number VALUES (?, 1002)", id);
        handle.execute(
                "INSERT INTO case_policy (vertical_id, policy) VALUES (?, ?)",
                id,
                JsonMapper.builder().build().writeValueAsString(ServicePolicy.usual("club", ZoneOffset.UTC)));
        long found = serviceCase(handle, id, 1001, customer, user);
        long related = serviceCase(handle, id, 1002, customer, user);
        handle.execute(
                "INSERT INTO case_event (case_id, happened_at, event_kind, note) VALUES (?, CURRENT_TIMESTAMP, 'NOTE', 'n')",
                found);
        handle.execute("INSERT INTO case_interaction VALUES (?, ?)", found, interaction);
        handle.execute("INSERT INTO case_step VALUES (?, 'COST', 'n', ?, CURRENT_TIMESTAMP)", found, user);
        handle.execute("INSERT INTO case_watcher VALUES (?, ?)", found, user);
        handle.execute("INSERT INTO case_relation VALUES (?, ?)", found, related);
        handle.execute("INSERT INTO case_relation VALUES (?, ?)", related, found);
        handle.execute("""
                INSERT INTO case_attachment (case_id, file_name, file_kind, file_size, stored_name, added_by, added_at)
                VALUES (?, 'a.txt', 'TEXT', 1, ?, ?, CURRENT_TIMESTAMP)""", found, file, user);
    }

    private static long serviceCase(Handle handle, int id, int number, long customer, long user) {
        return insert(handle, """
                service_case (request_key, vertical_id, case_number, customer_id, case_type, subject, description, priority, case_state,
                  is_open, opened_by, opened_at)
                VALUES (?, ?, ?, ?, 'CLAIM', 's', '', 1, 'NEW', TRUE, ?, CURRENT_TIMESTAMP)""", "case " + id + " " + number, id, number, customer, user);
    }

    /** The name of a file of one letter. */
    private static String file(Path data) {
        String name = UUID.randomUUID().toString();
        try {
            Files.writeString(
                    Files.createDirectories(data.resolve("attachments")).resolve(name), "a");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return name;
    }

    private static void points(Handle handle, int id, long customer, long user) {
        handle.execute(
                "INSERT INTO loyalty_programme VALUES (?, TRUE, 'purchase', 10000, 12, 365, DATE '2024-01-01', NULL, 0, NULL)",
                id);
        handle.execute("INSERT INTO loyalty_tier VALUES (?, 0, 'ordinary', 0, NULL, NULL)", id);
        handle.execute(
                "INSERT INTO loyalty_reward (vertical_id, reward_name, points, offered) VALUES (?, 'cup', 5, TRUE)",
                id);
        handle.execute(
                "INSERT INTO loyalty_account (customer_id, vertical_id, balance) VALUES (?, ?, 0)", customer, id);
        String entry = """
                loyalty_entry (vertical_id, customer_id, entry_kind, from_account, to_account, points, lot_on, posted_at, posted_by, reason,
                  reverses)
                VALUES (?, ?, 'BONUS', ?, ?, 1, DATE '2024-01-01', CURRENT_TIMESTAMP, ?, 'r', CAST(? AS BIGINT))""";
        handle.execute("""
                INSERT INTO loyalty_adjustment
                  (vertical_id, source_name, source_key, from_file, posted_at, posted_by, entries, given, taken, left_out)
                VALUES (?, 'f.csv', 'k', TRUE, CURRENT_TIMESTAMP, ?, 1, 1, 0, 0)""", id, user);
        long given = insert(handle, entry, id, customer, "ADJUSTED", "CUSTOMER", user, null);
        insert(handle, entry, id, customer, "CUSTOMER", "ADJUSTED", user, given);
    }

    private static void parties(Handle handle, int id, long user) {
        long party = insert(
                handle,
                "stakeholder (vertical_id, market, party_name, about, goals, relationship_level, review_months) VALUES (?, 'SUPPLIER', 'n', '', '', 'BASIC', 6)",
                id);
        handle.execute(
                "INSERT INTO stakeholder_contact (stakeholder_id, contact_name, position_held, phone, email) VALUES (?, 'n', '', '', '')",
                party);
        handle.execute(
                "INSERT INTO stakeholder_agreement (stakeholder_id, title, starts_on) VALUES (?, 't', DATE '2024-01-01')",
                party);
        handle.execute(
                "INSERT INTO stakeholder_action (stakeholder_id, title, due_on, action_state) VALUES (?, 't', DATE '2024-01-01', 'OPEN')",
                party);
        handle.execute(
                "INSERT INTO stakeholder_event (stakeholder_id, event_kind, happened_at, author_id, subject, note) VALUES (?, 'NOTE', CURRENT_TIMESTAMP, ?, '', 'n')",
                party,
                user);
        handle.execute("INSERT INTO stakeholder_criterion VALUES (?, 'PERIODIC', 0, 'c', 100, NULL)", id);
        long score = insert(handle, """
                stakeholder_score (stakeholder_id, purpose, scored_on, scored_by, credit_risk, legal_risk, market_risk, culture_risk, note)
                VALUES (?, 'PERIODIC', DATE '2024-01-01', ?, 1, 1, 1, 1, '')""", party, user);
        handle.execute("INSERT INTO stakeholder_mark VALUES (?, 0, 'c', 100, 3)", score);
    }

    private static void surveys(Handle handle, int id, long customer, long user) {
        long survey = insert(
                handle,
                "survey (vertical_id, content, running, created_by, created_at) VALUES (?, ?, TRUE, ?, CURRENT_TIMESTAMP)",
                id,
                JsonMapper.builder().build().writeValueAsString(SurveyData.usual()),
                user);
        long asked = insert(handle, """
                survey_invitation (vertical_id, survey_id, customer_id, invited_by, invited_at, expires_at, by_staff)
                VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, FALSE)""", id, survey, customer, user);
        handle.execute("INSERT INTO survey_answer VALUES (?, 0, 9, NULL)", asked);
    }

    private static void imports(Handle handle, int id, long customer, String file) {
        long run = insert(handle, """
                import_run (vertical_id, target, file_name, file_digest, file_size, plan, run_state, started_by, started_at, rejected_file)
                VALUES (?, 'purchase', 'a.csv', '0', 1, '{}', 'DONE', 'Ann', CURRENT_TIMESTAMP, ?)""", id, file);
        handle.execute(
                "INSERT INTO import_change (import_id, customer_id, version, before_state, after_state) VALUES (?, ?, 1, '{}', '{}')",
                run,
                customer);
        handle.execute(
                "INSERT INTO reference_change (import_id, reference_id, ref_key, before_state, after_state) VALUES (?, 'list', 'k', '{}', '{}')",
                run);
    }

    private static void failures(Handle handle, String key) {
        handle.execute(
                "INSERT INTO plugin_failure (plugin_id, plugin_version, failed_at, piece_kind, piece_id, cause, detail, place)"
                        + " VALUES (?, '1.0.0', CURRENT_TIMESTAMP, 'MODEL', 'm', 'THREW', 'd', 'p')",
                key);
        String digest = key + " unused";
        handle.execute(
                "INSERT INTO plugin_signature (digest, certificate, known_since) VALUES (?, ?, CURRENT_TIMESTAMP)",
                digest,
                new byte[] {1});
        handle.execute("INSERT INTO plugin_signature_chain (digest, fingerprint) VALUES (?, 'f')", digest);
    }

    private static String rejected(Path data) {
        try {
            Path folder = Files.createDirectories(data.resolve("imports"));
            return Files.createTempFile(folder, "import-", ".rejected.gz")
                    .getFileName()
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long user(Handle handle) {
        return handle.createQuery("SELECT min(id) FROM app_user")
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> insert(handle, """
                        app_user (login, display_name, active, created_at)
                        VALUES ('ann', 'Ann', TRUE, CURRENT_TIMESTAMP)"""));
    }

    private static long insert(Handle handle, String into, @Nullable Object... values) {
        var update = handle.createUpdate("INSERT INTO " + into);
        for (int i = 0; i < values.length; i++) {
            update.bind(i, values[i]);
        }
        return update.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }

    /** Rows of every table but the named ones and the typed ones. */
    Map<String, Long> rows(Set<String> without) {
        Map<String, Long> rows = new TreeMap<>();
        tables().stream()
                .filter(table -> !without.contains(table) && !isTyped(table))
                .forEach(table -> rows.put(table, count(table)));
        rows.remove("plugin_change");
        return rows;
    }

    List<String> typedTables() {
        return tables().stream().filter(VerticalRemains::isTyped).toList();
    }

    List<String> tablesWithVertical() {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT lower(table_name) FROM information_schema.columns
                        WHERE table_schema = :schema AND lower(column_name) = 'vertical_id'
                        """)
                .bind("schema", database.dialect().schema())
                .mapTo(String.class)
                .filter(table -> !isTyped(table))
                .list());
    }

    /**
     * Every row of the table as text, in an order of its own: without the numbers of rows, which an import gives anew, without what counts changes
     * and without what is read again; customers by their numbers.
     */
    List<String> contents(String table) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT * FROM " + table).mapToMap().stream()
                .map(row -> contents(handle, table, row))
                .sorted()
                .toList());
    }

    private static String contents(Handle handle, String table, Map<String, Object> row) {
        Map<String, String> values = new TreeMap<>();
        row.forEach((column, value) -> {
            String name = column.toLowerCase(Locale.ROOT);
            if (name.equals("customer_id")) {
                values.put(
                        name,
                        handle.createQuery("SELECT ref FROM customer WHERE id = :id")
                                .bind("id", value)
                                .mapTo(String.class)
                                .one());
            } else if (!ANEW.contains(name) && !ANEW.contains(table + "." + name)) {
                values.put(name, String.valueOf(value));
            }
        });
        return values.toString();
    }

    long count(String from) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + from)
                .mapTo(Long.class)
                .one());
    }

    private List<String> tables() {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT lower(table_name) FROM information_schema.tables WHERE table_schema = :schema")
                .bind("schema", database.dialect().schema())
                .mapTo(String.class)
                .list());
    }

    private static boolean isTyped(String table) {
        return table.matches("(attr|act|ref)_\\d+(_\\d+)?");
    }
}
