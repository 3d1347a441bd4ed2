package org.clientele.analysis.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.analysis.ModelPast;
import org.clientele.analysis.Movements;
import org.clientele.analysis.SegmentMovement;
import org.clientele.common.Announcements;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.DateFields;
import org.clientele.engine.figure.Period;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Columns;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.Studio;
import org.clientele.segment.ui.ModelChips;
import org.clientele.segment.ui.NothingToGroup;
import org.clientele.segment.ui.SegmentPages;
import org.clientele.segment.ui.SegmentWords;

/** Who moves from which segment to which, and how segments grow and shrink. */
@Route("v/:vertical/segments/movement")
@PermitAll
class MovementView extends VerticalPage {
    private static final String MODEL = "model";
    private static final String DAYS = "days";
    private static final String BY = "by";
    private static final int MONTHS_BACK = 3;

    private static final String VERSIONS = "versions";

    private final transient Movements movements;
    private final transient ModelVersions history;
    private String chosen = "";
    private Measured by = Measured.CUSTOMERS;
    private transient SegmentMovement.Versions versions = new SegmentMovement.Versions(1, 1);

    MovementView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Movements movements,
            ModelVersions history) {
        super(verticals, rights, announcements);
        this.movements = movements;
        this.history = history;
    }

    /** What moves are counted by. */
    enum Measured {
        CUSTOMERS,
        VALUE
    }

    @Override
    protected Permission permission() {
        return Permission.ANALYSE_SEGMENTS;
    }

    @Override
    protected String title() {
        return getTranslation("analysis.movement.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        chosen = query.getSingleParameter(MODEL).orElse("");
        by = query.getSingleParameter(BY).filter("value"::equals).isPresent() ? Measured.VALUE : Measured.CUSTOMERS;
        PortalSnapshot snapshot = movements.snapshot(vertical.key());
        List<ModelDefinition> models = snapshot.definition().models();
        SegmentPages pages = new SegmentPages(rights(), vertical.key(), SegmentPages.Page.MOVEMENT);
        if (snapshot.customers().size() == 0 || models.isEmpty()) {
            add(new PageHeader(title()), pages, new NothingToGroup(rights(), vertical.key(), snapshot.isPart()));
            return;
        }
        ModelPast past = new ModelPast(snapshot.definition());
        ModelDefinition model = models.stream()
                .filter(m -> m.id().equals(chosen))
                .findFirst()
                .or(() -> past.moving().stream().findFirst())
                .orElse(models.getFirst());
        chosen = model.id();
        VersionFields fields = new VersionFields(versions(model), this::getTranslation);
        versions = fields.read(query.getSingleParameter(VERSIONS).orElse(""), snapshot.modelVersion(chosen));
        Period period = period(query.getSingleParameter(DAYS).orElse(""), snapshot);
        SegmentWords words = new SegmentWords(snapshot.vertical(), getLocale());
        PageHeader header = new PageHeader(title());
        add(header, pages, new ModelChips(words, models, model, id -> address(id, period)));
        if (Movements.exclusive(model)) {
            if (!versions.differ() && !past.has(model)) {
                add(new WithoutPast(words, past, model, id -> address(id, period)));
            }
            moves(header, fields, words, snapshot, period);
        } else {
            add(new Banner(Tone.WARN, getTranslation("analysis.movement.labels", words.model(model))));
        }
        add(
                new AnswerPanel<>(
                        getTranslation("analysis.trend.title"),
                        movements.trend(vertical.key(), model.id()),
                        trend -> new TrendCard(words, trend).card()),
                new AnswerPanel<>(
                        getTranslation("analysis.cohorts.title"),
                        movements.cohorts(vertical.key()),
                        cohorts -> new CohortCard(words, cohorts).card()));
    }

    /** The choices of two days and versions at once; what they come to as soon as it is computed. */
    private void moves(
            PageHeader header, VersionFields fields, SegmentWords words, PortalSnapshot snapshot, Period period) {
        String from = end(words.formats().date(period.from()), versions.from());
        String to = end(words.formats().date(period.to()), versions.to());
        header.setSubtitle(getTranslation("analysis.movement.subtitle.days", from, to));
        header.actions(
                day("analysis.movement.from", period.from(), snapshot, period),
                day("analysis.movement.to", period.to(), snapshot, period));
        fields.fields(versions, wanted -> {
                    versions = wanted;
                    UI.getCurrent().navigate(path(), parameters(chosen, period));
                })
                .forEach(header::actions);
        boolean valued = Movements.valued(snapshot);
        if (valued) {
            header.actions(measure(period));
        }
        by = valued ? by : Measured.CUSTOMERS;
        Measured measured = by;
        add(new AnswerPanel<>(
                getTranslation("analysis.movement.flow"),
                movements.movement(vertical().key(), chosen, period, versions),
                movement -> {
                    header.setSubtitle(getTranslation(
                            "analysis.movement.subtitle",
                            from,
                            to,
                            words.formats().whole(movement.moved())));
                    List<Component> cards = new MovementCards(movement, words, measured).cards();
                    return Columns.stack(cards.toArray(Component[]::new));
                }));
    }

    private String end(String day, int version) {
        return versions.differ() ? getTranslation("analysis.movement.end", day, String.valueOf(version)) : day;
    }

    private List<ModelVersion> versions(ModelDefinition model) {
        return Studio.canEdit(model) ? history.history(vertical().key(), model.id()) : List.of();
    }

    private RadioButtonGroup<Measured> measure(Period period) {
        RadioButtonGroup<Measured> group = new RadioButtonGroup<>();
        group.setAriaLabel(getTranslation("analysis.movement.by"));
        group.addClassName("choice");
        group.setItems(Measured.values());
        group.setItemLabelGenerator(each -> getTranslation(
                each == Measured.VALUE ? "analysis.movement.by.value" : "analysis.movement.by.customers"));
        group.setValue(by);
        group.addValueChangeListener(change -> {
            by = change.getValue();
            UI.getCurrent().navigate(path(), parameters(chosen, period));
        });
        return group;
    }

    private DatePicker day(String key, LocalDate value, PortalSnapshot snapshot, Period period) {
        boolean first = value.equals(period.from());
        DatePicker picker = DateFields.create("");
        picker.setAriaLabel(getTranslation(key));
        picker.setPrefixComponent(new com.vaadin.flow.component.html.Span(getTranslation(key)));
        picker.setValue(value);
        int apart = versions.differ() ? 0 : 1;
        picker.setMin(first ? snapshot.firstDay() : period.from().plusDays(apart));
        picker.setMax(first ? period.to().minusDays(apart) : snapshot.asOf());
        picker.addValueChangeListener(change -> {
            LocalDate day = change.getValue();
            if (day != null && !picker.isInvalid()) {
                Period wanted = first ? new Period(day, period.to()) : new Period(period.from(), day);
                UI.getCurrent().navigate(path(), parameters(chosen, wanted));
            }
        });
        return picker;
    }

    /** What the address says, within the days there are; else the last three months. */
    private Period period(String text, PortalSnapshot snapshot) {
        LocalDate asOf = snapshot.asOf();
        String[] days = text.split("\\.\\.", -1);
        try {
            if (days.length == 2) {
                Period asked = new Period(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
                boolean apart = asked.from().isBefore(asked.to())
                        || versions.differ() && asked.from().equals(asked.to());
                if (apart && !asked.to().isAfter(asOf)) {
                    return asked;
                }
            }
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            // Written by hand into the address: the usual days answer too.
        }
        return new Period(asOf.minusMonths(MONTHS_BACK), asOf);
    }

    private String path() {
        return SegmentPages.address(vertical().key(), SegmentPages.Page.MOVEMENT);
    }

    private String address(String model, Period period) {
        return path() + "?" + parameters(model, period).getQueryString();
    }

    private QueryParameters parameters(String model, Period period) {
        Map<String, List<String>> parameters = new java.util.LinkedHashMap<>();
        parameters.put(MODEL, List.of(model));
        parameters.put(DAYS, new ArrayList<>(List.of(period.from() + ".." + period.to())));
        if (versions.differ() && model.equals(chosen)) {
            parameters.put(VERSIONS, List.of(versions.from() + ".." + versions.to()));
        }
        if (by == Measured.VALUE) {
            parameters.put(BY, List.of("value"));
        }
        return new QueryParameters(parameters);
    }
}
