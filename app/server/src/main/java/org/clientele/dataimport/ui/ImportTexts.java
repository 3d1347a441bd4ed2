package org.clientele.dataimport.ui;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.JobProgress;
import org.clientele.common.ui.Translations;
import org.clientele.dataimport.ImportPlan;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.Imports;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.Reason;
import org.clientele.dataimport.RejectionGroup;
import org.clientele.dataimport.RowKind;
import org.clientele.dataimport.TargetField;
import org.clientele.dataimport.UnknownKeys;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Texts;

/** How the things of an import are called in a language. Needs no screen, so that a job in the background can use it. */
final class ImportTexts implements JobProgress.Words {
    private static final int LONGEST_VALUE = 60;
    private static final Set<Reason> LISTED = Set.of(Reason.NOT_A_CHOICE, Reason.NOT_YES_OR_NO);
    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2024, 1, 31, 14, 5, 0);

    private final Translations translations;
    private final Locale locale;
    private final Vertical vertical;
    private final Formats formats;

    ImportTexts(Translations translations, Locale locale, Vertical vertical) {
        this.translations = translations;
        this.locale = locale;
        this.vertical = vertical;
        this.formats = new Formats(locale, vertical.currency());
    }

    String text(String key, Object... arguments) {
        return translations.getTranslation(key, locale, arguments);
    }

    Formats formats() {
        return formats;
    }

    String number(long number) {
        return formats.whole(number);
    }

    @Override
    public String begins() {
        return text("dataimport.progress.begins");
    }

    @Override
    public String progress(long done, long total, long perSecond) {
        return text("dataimport.progress.rows", number(done), number(total), number(perSecond));
    }

    /** What the rows of a file are: "Customers", or the name of the activity, reference or records. */
    String target(String target) {
        return switch (kind(target)) {
            case CUSTOMER -> text("dataimport.target.customers");
            case ACTIVITY -> vertical.text(locale, Texts.activity(target));
            case REFERENCE -> vertical.text(locale, Texts.reference(target));
            case SAMPLE -> text("dataimport.target.sample");
            case RECORDS ->
                text("dataimport.target."
                        + ImportPlan.recordsOf(target).orElseThrow().id());
        };
    }

    /** What an import is called in lists: its file. */
    String name(ImportRun run) {
        return kind(run.target()) == RowKind.SAMPLE ? text("dataimport.target.sample") : run.fileName();
    }

    RowKind kind(String target) {
        return RowKind.of(vertical, target);
    }

    /** What an import found that people should know although nothing is wrong. */
    String notice(UnknownKeys unknown) {
        if (unknown.reference().equals(TargetField.OWNER)) {
            return text("dataimport.notice.owners", unknown.rows());
        }
        return text(
                "dataimport.notice.unknown",
                unknown.rows(),
                vertical.text(locale, Texts.reference(unknown.reference())));
    }

    String field(TargetField field) {
        return field.labels().isEmpty()
                ? text("dataimport.field." + field.id())
                : vertical.text(locale, field.labels());
    }

    /** The values a field may have, where they are few. */
    List<String> values(TargetField target) {
        return switch (target.type()) {
            case CHOICE ->
                target.choices().values().stream().distinct().sorted().toList();
            case BOOLEAN -> List.of("true", "false");
            case TEXT, INTEGER, DECIMAL, MONEY, DATE -> List.of();
        };
    }

    /** A value of a field as people call it. */
    String value(TargetField target, String value) {
        return switch (target.type()) {
            case CHOICE -> {
                String label = vertical.texts().find(locale, target.labels() + ".value." + value);
                yield label == null ? value : label;
            }
            case BOOLEAN -> text(value.equals("true") ? "common.yes" : "common.no");
            case TEXT, INTEGER, DECIMAL, MONEY, DATE -> value;
        };
    }

    String preset(String id) {
        return vertical.text(locale, Texts.importPreset(id));
    }

    /** Why a row is not imported. */
    String reason(Rejection rejection) {
        boolean listed =
                LISTED.contains(rejection.reason()) && !rejection.detail().isEmpty();
        return text(
                rejection.reason().key() + (listed ? ".listed" : ""),
                column(rejection.column()),
                shortened(rejection.value()),
                rejection.detail());
    }

    /** Why the rows of a group are not imported; duplicates of several rows name none of them. */
    String reason(RejectionGroup group) {
        boolean several = group.count() > 1 && group.first().reason() == Reason.DUPLICATE;
        return several ? text(Reason.DUPLICATE.key() + ".several") : reason(group.first());
    }

    Imports.Wording wording() {
        return new Imports.Wording(text("dataimport.reason"), this::reason);
    }

    /** A column's name; columns of a file without header have numbers. */
    String column(String column) {
        return column.startsWith("#") ? text("dataimport.column", column.substring(1)) : column;
    }

    /** A date pattern by example. */
    String pattern(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(EXAMPLE);
        } catch (IllegalArgumentException noPattern) {
            return pattern;
        }
    }

    String failure(ImportRun.Failure failure) {
        return text(failure.key(), failure.arguments().toArray());
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
