package org.clientele.privacy.ui;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.clientele.access.Colleagues;
import org.clientele.common.Money;
import org.clientele.common.ui.Translations;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.ReasonCodec;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Texts;
import org.clientele.privacy.HeldTable;
import org.clientele.segment.ui.ReasonText;
import org.jspecify.annotations.Nullable;

/** What is held about a customer in words: tables, columns and values; numbers that only the database needs are left out. */
final class HeldWords {
    private static final Translations TEXTS = new Translations();
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?([+-]\\d{1,2})?(?::?00)?");

    /** Columns that say nothing but which row is which. */
    private static final Set<String> INTERNAL = Set.of(
            "activity_row",
            "case_id",
            "customer_id",
            "event_key",
            "id",
            "import_id",
            "in_bell",
            "interaction_id",
            "invitation_id",
            "is_open",
            "look_at",
            "mail_due",
            "mail_state",
            "mail_tries",
            "merged_into",
            "model_version",
            "open_for",
            "place",
            "related_id",
            "request_key",
            "reverses",
            "row_key",
            "run_id",
            "segment_key_id",
            "stored_name",
            "stratum",
            "survey_id",
            "token_hash",
            "turn",
            "version",
            "vertical_id");

    /** Columns with the number of a user besides those whose names end in {@code _by}. */
    private static final Set<String> PEOPLE = Set.of(
            "actor_id",
            "author_id",
            "follow_up_owner_id",
            "owner_id",
            "owner_user_id",
            "person_id",
            "user_id",
            "work_owner_id");

    private final Vertical vertical;
    private final VerticalFormats names;
    private final Colleagues colleagues;
    private final ReasonText reasons;
    private final Map<String, String> people = new HashMap<>();

    HeldWords(Vertical vertical, VerticalFormats names, Colleagues colleagues) {
        this.vertical = vertical;
        this.names = names;
        this.colleagues = colleagues;
        this.reasons = new ReasonText(vertical, names.formats().locale());
    }

    /** What people call a table; one that nobody has named yet keeps its own name. */
    String title(HeldTable table) {
        if (isAttributes(table)) {
            return text("privacy.table.attributes");
        }
        return activity(table)
                .map(activity -> names.text(Texts.activity(activity)))
                .orElseGet(() -> known("privacy.table.", table.name()));
    }

    /** The places of the columns that are shown: those that say something, and do so of some row. */
    List<Integer> columns(HeldTable table) {
        return IntStream.range(0, table.columns().size())
                .filter(place -> !INTERNAL.contains(table.columns().get(place)))
                .filter(place ->
                        table.rows().stream().anyMatch(row -> !row.get(place).isEmpty()))
                .boxed()
                .toList();
    }

    String heading(HeldTable table, int place) {
        String column = table.columns().get(place);
        String field = field(table, column);
        if (field == null) {
            return known("privacy.column.", column);
        }
        return isAttributes(table)
                ? names.name(field)
                : names.text(Texts.activityField(activity(table).orElseThrow(), field));
    }

    String cell(HeldTable table, int place, String stored) {
        String column = table.columns().get(place);
        String field = field(table, column);
        if (stored.isEmpty()) {
            return "";
        }
        if (field != null) {
            return isAttributes(table)
                    ? attribute(field, stored)
                    : activityField(activity(table).orElseThrow(), field, stored);
        }
        if (column.equals("reason") && table.name().equals("membership")) {
            return reason(stored);
        }
        boolean person = (PEOPLE.contains(column) || column.endsWith("_by")) && stored.matches("\\d{1,18}");
        return person ? people.computeIfAbsent(stored, this::person) : time(stored);
    }

    /** "RFM: Champions. Recency 5 days …"; as it is stored where the model is not the one it was. */
    private String reason(String stored) {
        try {
            Reason reason = ReasonCodec.decode(stored);
            String segment = reason.segment();
            return segment == null || vertical.definition().model(reason.model()) == null
                    ? stored
                    : names.text(Texts.model(reason.model())) + ": " + names.segment(reason.model(), segment) + " · "
                            + reasons.sentence(reason);
        } catch (IllegalArgumentException | NoSuchElementException changed) {
            return stored;
        }
    }

    private String time(String stored) {
        Matcher time = TIME.matcher(stored);
        if (!time.matches()) {
            return stored;
        }
        LocalDateTime local = LocalDateTime.parse(time.group(1) + "T" + time.group(2));
        if (time.group(3) == null) {
            return names.formats().dateTime(local);
        }
        ZoneOffset offset = ZoneOffset.ofHours(Integer.parseInt(time.group(3)));
        return names.formats().dateTime(local.toInstant(offset), ZoneId.systemDefault());
    }

    private String person(String id) {
        return colleagues.name(vertical.key(), Long.parseLong(id)).orElse(id);
    }

    private String attribute(String id, String stored) {
        AttributeDefinition attribute = vertical.definition().attribute(id);
        return attribute == null ? stored : names.value(attribute, value(attribute.type(), stored));
    }

    private String activityField(String activity, String id, String stored) {
        ActivityDefinition definition = vertical.definition().activity(activity);
        ActivityField field = definition == null ? null : definition.field(id);
        return definition == null || field == null
                ? stored
                : names.value(definition, field, value(field.type(), stored));
    }

    private Value value(FieldType type, String stored) {
        return switch (type) {
            case TEXT, CHOICE -> new Value.Text(stored);
            case INTEGER -> new Value.Whole(Long.parseLong(stored));
            case DECIMAL -> new Value.Decimal(Double.parseDouble(stored));
            case MONEY -> new Value.Money(Long.parseLong(stored), Money.fractionDigits(vertical.currency()));
            case BOOLEAN ->
                new Value.Flag(stored.toLowerCase(names.formats().locale()).startsWith("t"));
            case DATE -> new Value.Date(LocalDate.parse(stored));
        };
    }

    private boolean isAttributes(HeldTable table) {
        return vertical.tables().attributes().name().equalsIgnoreCase(table.name());
    }

    private Optional<String> activity(HeldTable table) {
        return vertical.tables().activities().entrySet().stream()
                .filter(entry -> entry.getValue().name().equalsIgnoreCase(table.name()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The field of the vertical that stands in a column, or null. */
    private @Nullable String field(HeldTable table, String column) {
        Table of = isAttributes(table)
                ? vertical.tables().attributes()
                : activity(table).map(vertical.tables()::activity).orElse(null);
        return of == null
                ? null
                : of.columns().entrySet().stream()
                        .filter(entry -> entry.getValue().equalsIgnoreCase(column))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    private String known(String prefix, String name) {
        String key = prefix + name.replace('_', '-');
        String text = text(key);
        return text.equals("!" + key) ? name.replace('_', ' ') : text;
    }

    private String text(String key) {
        return TEXTS.getTranslation(key, names.formats().locale());
    }
}
