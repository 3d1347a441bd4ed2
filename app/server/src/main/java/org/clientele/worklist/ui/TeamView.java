package org.clientele.worklist.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.customer.ViewPage;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.Worklist;
import org.jspecify.annotations.Nullable;

/** Who has how much to do, how late it is, and how long it takes: for managers. */
@Route("v/:vertical/worklist/team")
@PermitAll
class TeamView extends VerticalPage {
    private static final double HOURS_A_DAY = 24;

    private final Worklist worklist;
    private final Colleagues colleagues;

    TeamView(
            Verticals verticals, Rights rights, Announcements announcements, Worklist worklist, Colleagues colleagues) {
        super(verticals, rights, announcements);
        this.worklist = worklist;
        this.colleagues = colleagues;
    }

    @Override
    protected Permission permission() {
        return Permission.MANAGE_STRATEGIES;
    }

    @Override
    protected String title() {
        return getTranslation("worklist.team.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        add(new PageHeader(getTranslation("worklist.team.title"), getTranslation("worklist.team.subtitle"))
                .before(new BackLink(ViewPage.WORKLIST.address(vertical.key()), getTranslation("worklist.team.back"))));
        add(new AnswerPanel<>(getTranslation("worklist.team.title"), worklist.load(vertical), this::shown));
    }

    private Component shown(List<WorkLoad> loads) {
        if (loads.isEmpty()) {
            return new Card(new EmptyState(
                    Icon.USERS, getTranslation("worklist.team.empty"), getTranslation("worklist.team.empty.text")));
        }
        Formats formats = new Formats(getLocale(), vertical().currency());
        FigureTable table = new FigureTable(
                getTranslation("worklist.team.title"),
                getTranslation("worklist.team.person"),
                getTranslation("worklist.team.open"),
                getTranslation("worklist.team.overdue"),
                getTranslation("worklist.team.week"),
                getTranslation("worklist.team.month"),
                getTranslation("worklist.team.oldest"),
                getTranslation("worklist.team.done"),
                getTranslation("worklist.team.response"));
        loads.forEach(load -> table.row(
                name(load),
                formats.whole(load.open()),
                formats.whole(load.overdue()),
                formats.whole(load.weekLate()),
                formats.whole(load.monthLate()),
                oldest(formats, load.oldest()),
                formats.whole(load.done()),
                response(formats, load.hours())));
        Span caption = new Span(getTranslation("worklist.team.caption"));
        caption.addClassName("caption");
        return new Card(new Div(table), caption);
    }

    private Component name(WorkLoad load) {
        Long person = load.person();
        String list = ViewPage.WORKLIST.address(vertical().key()) + "?whose=";
        return person == null
                ? FigureTable.name(getTranslation("worklist.free"), list + WorkFilter.FREE, null)
                : FigureTable.name(
                        colleagues.name(vertical().key(), person).orElse(String.valueOf(person)), list + person, null);
    }

    private static String oldest(Formats formats, @Nullable LocalDate day) {
        return day == null ? Formats.MISSING : formats.date(day);
    }

    private String response(Formats formats, @Nullable Double hours) {
        if (hours == null) {
            return Formats.MISSING;
        }
        return hours < 2 * HOURS_A_DAY
                ? getTranslation("worklist.team.hours", formats.decimal(hours))
                : getTranslation("worklist.team.days", formats.decimal(hours / HOURS_A_DAY));
    }
}
