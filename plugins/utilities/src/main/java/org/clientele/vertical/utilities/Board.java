package org.clientele.vertical.utilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.plugins.ui.BarPart;
import org.clientele.plugins.ui.CheckFinding.Outcome;
import org.clientele.plugins.ui.CheckStanding;
import org.clientele.plugins.ui.ScreenContext;
import org.clientele.plugins.ui.ScreenParts;
import org.clientele.plugins.ui.ScreenTone;

/** The board of one visit: filters, figures, the overview by grade and group, and a card for each area. */
final class Board {
    private final ScreenContext context;
    private final ScreenParts parts;
    private final Select<String> group;
    private final Select<String> grade;
    private final Div body;

    Board(ScreenContext context) {
        this.context = context;
        this.parts = context.parts();
        body = parts.stack();
        group = select("group", Choice.GROUPS, this::groupName);
        grade = select("grade", Choice.GRADES, this::gradeName);
        context.onDataChange(this::draw);
    }

    Component content() {
        draw();
        return parts.stack(parts.row(group, grade), body);
    }

    private Select<String> select(String name, List<String> values, Function<String, String> words) {
        Select<String> select = new Select<>();
        select.setLabel(text(name));
        select.setItems(Stream.concat(Stream.of(Choice.ALL), values.stream()).toList());
        select.setItemLabelGenerator(value -> value.equals(Choice.ALL) ? text(name + ".all") : words.apply(value));
        select.setValue(Choice.ALL);
        select.addValueChangeListener(change -> draw());
        return select;
    }

    private void draw() {
        Choice choice = new Choice(group.getValue(), grade.getValue());
        CheckStanding all = standing(Requirement.allChecks(), choice);
        body.removeAll();
        if (all.concerned() == 0) {
            body.add(nobody(choice));
            return;
        }
        body.add(figures(choice, all), overview());
        for (Requirement.Area area : Requirement.Area.values()) {
            card(area, choice).ifPresent(body::add);
        }
    }

    private Component nobody(Choice choice) {
        String key = choice.equals(Choice.EVERYBODY) ? "none" : "none-chosen";
        return parts.empty(text(key), text(key + ".text"));
    }

    private Component figures(Choice choice, CheckStanding all) {
        String day = context.formats().date(context.data().asOf());
        return parts.tiles(
                parts.figure(
                        text("concerned"),
                        whole(all.concerned()),
                        text("as-of", day),
                        context.links().customers(choice.query())),
                parts.figure(text("met"), whole(all.met()), share(all.met(), all), ""),
                parts.figure(text("gaps"), whole(all.gaps()), share(all.gaps(), all), ""),
                parts.figure(text("unknown"), whole(all.unknown()), text("unknown.help"), ""));
    }

    /** Compliant of concerned, by grade and user group as far as anybody is concerned; a cell chooses both. */
    private Component overview() {
        List<String> groups = Choice.GROUPS.stream()
                .filter(value -> concerns(new Choice(value, Choice.ALL)))
                .toList();
        List<String> headings = new ArrayList<>(List.of(text("overview.grade")));
        groups.forEach(value -> headings.add(groupName(value)));
        headings.add(text("overview.total"));
        List<List<Component>> rows = Choice.GRADES.stream()
                .filter(value -> concerns(new Choice(Choice.ALL, value)))
                .map(value -> row(value, groups))
                .toList();
        return parts.card(
                text("overview"), parts.text(text("overview.help")), parts.table(text("overview"), headings, rows));
    }

    private boolean concerns(Choice choice) {
        return standing(Requirement.allChecks(), choice).concerned() > 0;
    }

    private List<Component> row(String gradeId, List<String> groups) {
        List<Component> cells = new ArrayList<>(List.of(parts.text(gradeName(gradeId))));
        Stream.concat(groups.stream(), Stream.of(Choice.ALL)).forEach(groupId -> {
            CheckStanding standing = standing(Requirement.allChecks(), new Choice(groupId, gradeId));
            cells.add(standing.concerned() == 0 ? parts.text("–") : cell(groupId, gradeId, standing));
        });
        return cells;
    }

    private Component cell(String groupId, String gradeId, CheckStanding standing) {
        String shown = text("overview.cell", whole(standing.met()), whole(standing.concerned()));
        String who = groupId.equals(Choice.ALL) ? text("group.all") : groupName(groupId);
        return parts.action(shown, text("overview.choose", gradeName(gradeId), who), () -> {
            group.setValue(groupId);
            grade.setValue(gradeId);
        });
    }

    private Optional<Component> card(Requirement.Area area, Choice choice) {
        List<List<Component>> rows = new ArrayList<>();
        for (Requirement requirement : area.requirements()) {
            CheckStanding standing = standing(requirement.checks(), choice);
            if (standing.concerned() > 0) {
                rows.add(row(requirement, standing, choice));
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String title = context.text(area.text());
        List<String> headings =
                List.of(text("requirement"), text("met.short"), text("gaps.short"), text("unknown.short"));
        return Optional.of(parts.card(title, parts.table(title, headings, rows)));
    }

    private List<Component> row(Requirement requirement, CheckStanding standing, Choice choice) {
        String name = context.text(requirement.text());
        Component bar = parts.bar(
                text("bar", whole(standing.met()), whole(standing.gaps()), whole(standing.unknown())),
                List.of(
                        new BarPart(standing.met(), ScreenTone.GOOD),
                        new BarPart(standing.gaps(), ScreenTone.BAD),
                        new BarPart(standing.unknown(), ScreenTone.NEUTRAL)));
        return List.of(
                new Div(parts.text(name), bar),
                count(requirement, name, Outcome.MET, standing.met(), choice),
                count(requirement, name, Outcome.GAP, standing.gaps(), choice),
                count(requirement, name, Outcome.UNKNOWN, standing.unknown(), choice));
    }

    private Component count(Requirement requirement, String name, Outcome outcome, int count, Choice choice) {
        if (count == 0) {
            return parts.text(whole(0));
        }
        String what = text("open", name, text(StandingList.word(outcome)), whole(count));
        return parts.action(whole(count), what, () -> new StandingList(context, requirement, outcome, choice).open());
    }

    private CheckStanding standing(List<String> checks, Choice choice) {
        return context.data().standing(checks, choice.query());
    }

    private String share(int count, CheckStanding all) {
        return text("share", context.formats().percent((double) count / all.concerned()));
    }

    private String groupName(String value) {
        return context.text("attribute." + Choice.GROUP + ".value." + value);
    }

    private String gradeName(String value) {
        return context.formats().segment(Choice.IMPORTANCE, value);
    }

    private String whole(long number) {
        return context.formats().whole(number);
    }

    private String text(String key, Object... arguments) {
        return context.text(SupplyBoard.TEXT + key, arguments);
    }
}
