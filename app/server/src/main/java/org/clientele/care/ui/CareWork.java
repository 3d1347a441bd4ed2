package org.clientele.care.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.care.CareChanged;
import org.clientele.care.CareDates;
import org.clientele.care.CareDay;
import org.clientele.care.CareField;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.ui.Translations;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.NextAction;
import org.clientele.worklist.NextActionKind;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Birthdays, ends of contracts and other days to be kept in mind, on the worklist. */
@Component
public class CareWork implements WorkSource {
    private final CareDates dates;
    private final Colleagues colleagues;
    private final Rights rights;
    private final Announcements announcements;
    private final Translations translations;

    public CareWork(
            CareDates dates,
            Colleagues colleagues,
            Rights rights,
            Announcements announcements,
            Translations translations) {
        this.dates = dates;
        this.colleagues = colleagues;
        this.rights = rights;
        this.announcements = announcements;
        this.translations = translations;
    }

    @Override
    public String kind() {
        return CareDates.KIND;
    }

    @Override
    public String name(Locale locale) {
        return translations.getTranslation("care.work", locale);
    }

    @Override
    public boolean isUsedIn(Vertical vertical) {
        return !CareField.of(vertical.definition()).isEmpty();
    }

    @Override
    public List<WorkItem> open(Vertical vertical, WorkQuery query, int limit, Locale locale) {
        VerticalFormats formats = formats(vertical, locale);
        boolean may = rights.may(Permission.LOG_INTERACTION, vertical.key());
        TreeMap<Long, String> names = new TreeMap<>();
        return dates.open(vertical, query, limit).stream()
                .map(care -> item(formats, care, owner(vertical, care.ownerId(), names), may))
                .toList();
    }

    @Override
    public List<WorkItem> ofCustomer(Vertical vertical, long customerId, Locale locale) {
        return next(vertical, customerId, locale).stream().map(NextAction::item).toList();
    }

    @Override
    public List<NextAction> next(Vertical vertical, long customerId, Locale locale) {
        VerticalFormats formats = formats(vertical, locale);
        boolean may = rights.may(Permission.LOG_INTERACTION, vertical.key());
        TreeMap<Long, String> names = new TreeMap<>();
        return dates.ofCustomer(vertical, customerId).stream()
                .map(care -> NextAction.of(
                        care.isEnd() ? NextActionKind.CONTRACT : NextActionKind.CARE,
                        item(formats, care, owner(vertical, care.ownerId(), names), may)))
                .toList();
    }

    private static VerticalFormats formats(Vertical vertical, Locale locale) {
        return new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
    }

    private @Nullable String owner(Vertical vertical, @Nullable Long owner, TreeMap<Long, String> names) {
        return owner == null
                ? null
                : names.computeIfAbsent(
                        owner, id -> colleagues.name(vertical.key(), id).orElse(String.valueOf(id)));
    }

    private WorkItem item(VerticalFormats formats, CareDay care, @Nullable String owner, boolean mayAct) {
        Locale locale = formats.formats().locale();
        String name = formats.name(care.field().attribute());
        int years = care.day().getYear() - care.date().getYear();
        String title = care.field().yearly() && years > 0
                ? translations.getTranslation("care.yearly", locale, name, years)
                : name;
        return new WorkItem(
                CareDates.KIND,
                care.id(),
                care.key(),
                care.customerId(),
                care.customer(),
                care.dueOn(),
                care.ownerId(),
                owner,
                title,
                translations.getTranslation(
                        "care.day", locale, name, formats.formats().date(care.date())),
                mayAct ? acts(care) : Set.of(),
                0);
    }

    private static Set<WorkAct.Kind> acts(CareDay care) {
        EnumSet<WorkAct.Kind> acts = EnumSet.allOf(WorkAct.Kind.class);
        if (care.ownerId() != null) {
            acts.remove(WorkAct.Kind.CLAIM);
        }
        return acts;
    }

    @Override
    public int count(Vertical vertical, WorkQuery query, int most) {
        return dates.open(vertical, query, most).size();
    }

    /** The note that the worklist keeps says what was done; screens are told. */
    @Override
    public Runnable act(Vertical vertical, WorkItem seen, WorkAct act) {
        boolean open = dates.ofCustomer(vertical, seen.customerId()).stream()
                .anyMatch(care -> care.id() == seen.id() && care.dueOn().equals(seen.dueOn()));
        if (!open) {
            throw new ConflictProblem("care.problem.changed");
        }
        announcements.publish(new CareChanged(vertical.key()));
        return () -> announcements.publish(new CareChanged(vertical.key()));
    }

    @Override
    public Class<?> changedBy() {
        return CareChanged.class;
    }
}
