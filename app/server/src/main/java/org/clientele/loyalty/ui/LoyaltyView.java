package org.clientele.loyalty.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.JobProgress;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Facts;
import org.clientele.frontend.Icon;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tiles;
import org.clientele.frontend.Tone;
import org.clientele.loyalty.LedgerTotals;
import org.clientele.loyalty.LoyaltyChanged;
import org.clientele.loyalty.MemberTier;
import org.clientele.loyalty.PointsAccount;
import org.clientele.loyalty.Programme;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.jspecify.annotations.Nullable;

/** The loyalty programme of a vertical: its accounts, checked; its rule, tiers and rewards. Off until a consultant starts it. */
@Route("v/:vertical/loyalty")
@PermitAll
class LoyaltyView extends VerticalPage {
    private final transient LoyaltyServices services;

    LoyaltyView(Verticals verticals, Rights rights, Announcements announcements, LoyaltyServices services) {
        super(verticals, rights, announcements);
        this.services = services;
        hear(LoyaltyChanged.class, change -> {
            // Points of single customers change all day long: the figures are those of when the page was opened.
            if (change.verticalKey().equals(vertical().key())
                    && change.customerIds().isEmpty()) {
                removeAll();
                showProgramme();
            }
        });
    }

    @Override
    protected String title() {
        return getTranslation("loyalty.title");
    }

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        showProgramme();
    }

    private void showProgramme() {
        Vertical vertical = vertical();
        LoyaltyWords words =
                new LoyaltyWords(vertical, getLocale(), services.clock().getZone());
        Optional<Programme> proposal = services.programmes().proposal(vertical.key());
        if (proposal.isEmpty()) {
            add(
                    new PageHeader(title()),
                    new EmptyState(Icon.GIFT, words.text("loyalty.impossible"), words.text("loyalty.impossible.text")));
            return;
        }
        Programme programme = proposal.get();
        PageHeader header = new PageHeader(title());
        add(header);
        boolean mayEdit = services.programmes().mayEdit(vertical.key());
        if (!programme.running()) {
            showOff(words, vertical, programme, mayEdit);
            return;
        }
        if (programme.asOf() != null) {
            header.setSubtitle(words.text("loyalty.subtitle", words.day(programme.asOf())));
        }
        if (services.adjustments().may(vertical.key())) {
            header.actions(new Button(words.text("loyalty.bulk"), Icon.USERS.create(), click -> click.getSource()
                    .getUI()
                    .ifPresent(ui -> ui.navigate(LoyaltyNavigation.adjustments(vertical.key())))));
        }
        if (mayEdit) {
            header.actions(
                    new Button(words.text("loyalty.stop"), Icon.BAN.create(), click -> stop(words)),
                    new Button(words.text("loyalty.edit"), Icon.PENCIL.create(), click -> new ProgrammeForm(
                                    services, words, vertical, programme)
                            .open()));
        }
        showRunning(words, vertical, programme);
    }

    private void showOff(LoyaltyWords words, Vertical vertical, Programme programme, boolean mayEdit) {
        Button start = new Button(words.text("loyalty.start"), Icon.PLAY.create(), click -> new ProgrammeForm(
                        services, words, vertical, programme)
                .open());
        start.setVisible(mayEdit);
        add(new EmptyState(
                Icon.GIFT,
                words.text("loyalty.off"),
                words.text(mayEdit ? "loyalty.off.text" : "loyalty.off.ask"),
                start));
        add(rule(words, programme), tiers(words, programme, null));
    }

    private void showRunning(LoyaltyWords words, Vertical vertical, Programme programme) {
        services.following()
                .running(vertical.key())
                .ifPresent(job -> add(new Card(words.text("loyalty.counting"), progress(words, job))));
        add(
                new AnswerPanel<>(
                        words.text("loyalty.ledger"),
                        services.programmes().totals(vertical.key()),
                        totals -> totals(words, programme, totals)),
                new RewardsCard(services, words, vertical.key()),
                rule(words, programme));
    }

    private static Div totals(LoyaltyWords words, Programme programme, LedgerTotals totals) {
        Div shown = new Div();
        shown.addClassName("stack");
        if (!totals.isBalanced()) {
            shown.add(new Banner(Tone.BAD, words.text("loyalty.unbalanced", totals.wrong())));
        }
        shown.add(
                new Tiles(
                        new KeyFigure(
                                words.text("loyalty.members"), words.formats().whole(totals.members())),
                        figure(words, totals, "held", PointsAccount.CUSTOMER, 1),
                        figure(words, totals, "issued", PointsAccount.ISSUED, -1),
                        figure(words, totals, "redeemed", PointsAccount.REDEEMED, 1),
                        figure(words, totals, "expired", PointsAccount.EXPIRED, 1)),
                tiers(words, programme, totals),
                ledger(words, totals));
        return shown;
    }

    private static KeyFigure figure(
            LoyaltyWords words, LedgerTotals totals, String name, PointsAccount account, int sign) {
        return new KeyFigure(
                words.text("loyalty.figure." + name), words.formats().whole(sign * totals.of(account)));
    }

    private Div progress(LoyaltyWords words, Job job) {
        Div bar = new Div(new JobProgress(
                job,
                new JobProgress.Words() {
                    @Override
                    public String begins() {
                        return words.text("loyalty.counting.begins");
                    }

                    @Override
                    public String progress(long done, long total, long perSecond) {
                        return words.text(
                                "loyalty.counting.progress",
                                words.formats().whole(done),
                                words.formats().whole(total));
                    }
                },
                () -> {
                    removeAll();
                    showProgramme();
                }));
        bar.add(new Button(getTranslation("common.cancel"), click -> job.cancel()));
        bar.addClassName("stack");
        return bar;
    }

    private static Card rule(LoyaltyWords words, Programme programme) {
        return new Card(
                words.text("loyalty.rules"),
                new Facts()
                        .fact(words.text("loyalty.rule.earn"), words.rule(programme))
                        .fact(words.text("loyalty.rule.from"), words.day(programme.countedFrom()))
                        .fact(words.text("loyalty.rule.expire"), words.expiry(programme))
                        .fact(
                                words.text("loyalty.rule.review"),
                                words.text("loyalty.rule.window", programme.windowDays())));
    }

    private static Card ledger(LoyaltyWords words, LedgerTotals totals) {
        return new Card(
                words.text("loyalty.ledger"),
                new Facts()
                        .fact(words.text("loyalty.ledger.adjusted"), words.change(-totals.of(PointsAccount.ADJUSTED)))
                        .fact(
                                words.text("loyalty.ledger.written-off"),
                                words.formats().whole(-totals.of(PointsAccount.WRITTEN_OFF)))
                        .fact(
                                words.text("loyalty.ledger.check"),
                                words.text(totals.isBalanced() ? "loyalty.balanced" : "loyalty.not-balanced")));
    }

    private static Card tiers(LoyaltyWords words, Programme programme, @Nullable LedgerTotals totals) {
        Div columns = new Div();
        columns.addClassName("programme-tiers");
        for (int place = 0; place < programme.tiers().size(); place++) {
            MemberTier tier = programme.tiers().get(place);
            Span dot = Tone.set(new Span(), Tone.byIndex(place));
            dot.addClassName("dot");
            H3 name = new H3(dot, new Span(words.tier(tier)));
            name.addClassName("section-title");
            Div from = new Div(
                    tier.fromPoints() == 0
                            ? words.text("loyalty.tier.everybody")
                            : words.text("loyalty.tier.from", words.points(tier.fromPoints())));
            from.addClassName("caption");
            Div column = new Div(name, from);
            if (totals != null) {
                long members = totals.tiers().getOrDefault(tier.id(), 0L);
                column.add(new Span(
                        words.text("loyalty.tier.members", words.formats().whole(members), members)));
            }
            UnorderedList benefits = new UnorderedList();
            benefits.addClassName("bullets");
            words.benefits(tier).forEach(line -> benefits.add(new ListItem(line)));
            column.add(benefits);
            column.addClassName("stack");
            columns.add(column);
        }
        Card card = new Card(words.text("loyalty.tiers"), columns);
        card.setVisible(!programme.tiers().isEmpty());
        return card;
    }

    private void stop(LoyaltyWords words) {
        try {
            Programme before = services.programmes().find(vertical().key()).orElseThrow();
            services.programmes().stop(vertical().key());
            Messages.done(words.text("loyalty.stopped"), () -> services.programmes()
                    .start(vertical().key(), before));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
