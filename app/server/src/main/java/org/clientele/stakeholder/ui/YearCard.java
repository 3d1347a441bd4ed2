package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.clientele.common.AddressParameters;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.stakeholder.Agreement;
import org.clientele.stakeholder.PlanAction;
import org.clientele.stakeholder.Stakeholder;
import org.clientele.stakeholder.YearPlan;

/** A relationship's year as a line of four quarters; other years by the buttons. */
final class YearCard extends Card {
    private final transient StakeholderWords words;
    private final transient Stakeholder party;
    private final transient List<PlanAction> actions;
    private final transient List<Agreement> agreements;
    private final LocalDate today;
    private final Div years = new Div();
    private final Div line = new Div();

    YearCard(
            StakeholderWords words,
            Stakeholder party,
            List<PlanAction> actions,
            List<Agreement> agreements,
            LocalDate today) {
        super(words.text("stakeholder.year", String.valueOf(today.getYear())));
        this.words = words;
        this.party = party;
        this.actions = actions;
        this.agreements = agreements;
        this.today = today;
        line.addClassName("quarters");
        years.addClassName("row");
        actions(years);
        add(line);
        show(today.getYear());
    }

    private void show(int year) {
        setTitle(words.text("stakeholder.year", String.valueOf(year)));
        YearPlan plan = YearPlan.of(year, actions, agreements, party.data().nextReview());
        line.removeAll();
        for (int quarter = 0; quarter < YearPlan.QUARTERS; quarter++) {
            line.add(quarter(quarter, plan.quarters().get(quarter)));
        }
        years.removeAll();
        years.add(step(Icon.CHEVRON_LEFT, year - 1), step(Icon.CHEVRON_RIGHT, year + 1));
    }

    private Button step(Icon icon, int year) {
        return Entries.small(icon, words.text("stakeholder.year.to", String.valueOf(year)), () -> show(year));
    }

    private Div quarter(int quarter, List<YearPlan.Entry> entries) {
        Div column = new Div(new H3(words.text("stakeholder.quarter", quarter + 1)));
        column.addClassName("quarter");
        if (entries.isEmpty()) {
            column.add(Entries.none(words.text("stakeholder.quarter.none")));
        }
        entries.forEach(entry -> column.add(mark(entry)));
        return column;
    }

    private Div mark(YearPlan.Entry entry) {
        boolean late = entry.day().isBefore(today)
                && (entry.kind() == YearPlan.Kind.ACTION || entry.kind() == YearPlan.Kind.REVIEW);
        String kind = words.text("stakeholder.year." + AddressParameters.code(entry.kind()), entry.title());
        Span when = new Span(words.formats().dateShort(entry.day(), entry.day())
                + (late ? words.text("stakeholder.year.late") : ""));
        when.addClassName("caption");
        Div mark = new Div(new Div(kind), when);
        mark.addClassName("quarter-entry");
        Tone.set(mark, tone(entry.kind(), late));
        return mark;
    }

    private static String tone(YearPlan.Kind kind, boolean late) {
        if (late) {
            return Tone.BAD;
        }
        return switch (kind) {
            case ACTION, REVIEW -> Tone.ACCENT;
            case DONE -> Tone.GOOD;
            case STARTS -> Tone.MUTED;
            case ENDS -> Tone.WARN;
        };
    }
}
