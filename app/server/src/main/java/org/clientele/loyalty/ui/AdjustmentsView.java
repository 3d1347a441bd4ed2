package org.clientele.loyalty.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.JobProgress;
import org.clientele.common.ui.Messages;
import org.clientele.dataimport.ImportSummary;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.dataimport.ui.FileParts;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tiles;
import org.clientele.frontend.Tone;
import org.clientele.loyalty.Adjustment.Counts;
import org.clientele.loyalty.AdjustmentPlan;
import org.clientele.loyalty.Adjustments.Outcome;
import org.clientele.loyalty.GroupAdjustment;
import org.clientele.loyalty.LoyaltyChanged;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.jspecify.annotations.Nullable;

/** Points of many customers at once: from a file or for a group of customers, looked at before it is posted; and what was posted so far. */
@Route("v/:vertical/loyalty/adjustments")
@RolesAllowed("MANAGE_STRATEGIES")
class AdjustmentsView extends VerticalPage {
    private final transient LoyaltyServices services;
    private final Div body = new Div();
    private final Div history = new Div();
    private final Div undoing = new Div();
    private final Div refused = new Div();
    private @Nullable Upload upload;
    private @Nullable FileInspection file;
    private @Nullable Path rejected;

    AdjustmentsView(Verticals verticals, Rights rights, Announcements announcements, LoyaltyServices services) {
        super(verticals, rights, announcements);
        this.services = services;
        body.addClassName("stack");
        refused.getElement().setAttribute("aria-live", "polite");
        hear(LoyaltyChanged.class, change -> {
            if (change.concerns(vertical().key(), -1)) {
                showHistory();
            }
        });
    }

    @Override
    protected Permission permission() {
        return Permission.MANAGE_STRATEGIES;
    }

    @Override
    protected String title() {
        return getTranslation("loyalty.bulk");
    }

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        PageHeader header = new PageHeader(title(), getTranslation("loyalty.bulk.subtitle"))
                .before(new BackLink(LoyaltyNavigation.to(vertical.key()), getTranslation("loyalty.title")));
        header.actions(new Button(getTranslation("loyalty.bulk.group"), Icon.USERS.create(), click -> new GroupDialog(
                        services, words(), vertical(), this::check)
                .open()));
        add(header, body, undoing, history);
        try {
            services.adjustments()
                    .posting(vertical.key())
                    .ifPresentOrElse(answer -> showPosting(answer, List.of(), ""), this::showStart);
            showHistory();
        } catch (Problem problem) {
            body.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        forget();
    }

    private LoyaltyWords words() {
        return new LoyaltyWords(vertical(), getLocale(), services.clock().getZone());
    }

    private FileParts parts() {
        return new FileParts(getLocale(), vertical());
    }

    private void showStart() {
        forget();
        Upload chooser = parts().upload(this, this::receive, this::refuse);
        upload = chooser;
        Div hint = new Div(getTranslation("loyalty.bulk.hint"));
        hint.addClassName("caption");
        refused.removeAll();
        body.removeAll();
        body.add(new Card(getTranslation("loyalty.bulk.file"), chooser, hint, refused));
    }

    /** Runs on the request's thread, without the session's lock. */
    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try {
            FileInspection found =
                    services.adjustments().upload(vertical().key(), event.getFileName(), event.getInputStream());
            ui.accessLater(() -> take(found), () -> services.adjustments()
                            .discard(found.file().path()))
                    .run();
        } catch (Problem problem) {
            ui.accessLater(() -> refuse(getTranslation(problem.key(), problem.arguments())), () -> {})
                    .run();
        }
    }

    private void refuse(String message) {
        if (upload != null) {
            upload.clearFileList();
        }
        Banner banner = new Banner(Tone.BAD, message);
        banner.getElement().setAttribute("role", "alert");
        refused.removeAll();
        refused.add(banner);
    }

    /** Goes on with a file: what its columns hold, and what would be posted. */
    void take(FileInspection found) {
        forget();
        file = found;
        body.removeAll();
        Div preview = new Div();
        AdjustmentFields fields =
                new AdjustmentFields(words(), parts(), AdjustmentPlan.propose(found), plan -> check(plan, preview));
        Card card = new Card(found.file().name(), fields, button("loyalty.bulk.other", this::showStart));
        card.addClassName("stack");
        services.adjustments()
                .before(vertical().key(), found.file())
                .ifPresent(before -> body.add(new Banner(
                        Tone.WARN,
                        getTranslation(
                                "loyalty.bulk.before", before.source(), words().day(before.postedAt()), before.by()))));
        body.add(card, preview);
        fields.tell();
    }

    private void check(AdjustmentPlan plan, Div preview) {
        preview.removeAll();
        if (plan.customer() == null || plan.points() == null) {
            preview.add(new Banner(Tone.WARN, getTranslation("loyalty.problem.column")));
            return;
        }
        String name = plan.file().file().name();
        attempt(() -> preview.add(new AnswerPanel<>(
                getTranslation("loyalty.bulk.checking"),
                services.adjustments().check(vertical().key(), plan, parts().wording()),
                outcome -> preview(outcome, plan.file().columns(), name, () -> services.adjustments()
                        .post(vertical().key(), plan, parts().wording())))));
    }

    private void check(GroupAdjustment group) {
        forget();
        body.removeAll();
        Card card = new Card(
                group.name(),
                new Div(getTranslation("loyalty.bulk.each", words().change(group.change()), group.reason())),
                button("common.cancel", this::showStart));
        card.addClassName("stack");
        body.add(card);
        attempt(() -> body.add(new AnswerPanel<>(
                getTranslation("loyalty.bulk.checking"),
                services.adjustments().check(vertical().key(), group),
                outcome -> preview(outcome, List.of(), group.name(), () -> services.adjustments()
                        .post(vertical().key(), group)))));
    }

    private Component preview(Outcome outcome, List<String> columns, String name, Supplier<Answer<Outcome>> post) {
        Card card = new Card(getTranslation("loyalty.bulk.preview"), figures(outcome.counts()));
        card.addClassName("stack");
        report(card, outcome, columns, name);
        if (outcome.counts().entries() > 0) {
            Button go = new Button(
                    getTranslation("loyalty.bulk.post", outcome.counts().entries()),
                    click -> attempt(() -> showPosting(post.get(), columns, name)));
            go.addThemeVariants(ButtonVariant.PRIMARY);
            go.setDisableOnClick(true);
            card.add(row(go));
        } else {
            card.add(new Banner(Tone.WARN, getTranslation("loyalty.problem.nothing")));
        }
        return card;
    }

    private void report(Card card, Outcome outcome, List<String> columns, String name) {
        ImportSummary rows = outcome.rows();
        Path file = outcome.rejected();
        if (rows != null && file != null) {
            forgetRejected();
            rejected = file;
            card.add(parts().report(columns, name, rows, file));
        }
    }

    private Tiles figures(Counts counts) {
        LoyaltyWords words = words();
        return new Tiles(
                figure("entries", words.formats().whole(counts.entries())),
                figure("given", words.change(counts.given())),
                figure("taken", words.change(-counts.taken())),
                figure("left", words.formats().whole(counts.leftOut())));
    }

    private KeyFigure figure(String name, String value) {
        return new KeyFigure(getTranslation("loyalty.bulk.figure." + name), value);
    }

    private void showPosting(Answer<Outcome> answer, List<String> columns, String name) {
        file = null;
        body.removeAll();
        Card card = new Card(
                getTranslation("loyalty.bulk.posting", name),
                new JobProgress(answer.job(), parts().words(), () -> showPosted(answer, columns, name)),
                button("common.cancel", () -> answer.job().cancel()));
        card.addClassName("stack");
        body.add(card);
    }

    private void showPosted(Answer<Outcome> answer, List<String> columns, String name) {
        showStart();
        Outcome outcome = answer.value();
        if (outcome == null) {
            body.addComponentAsFirst(new Banner(Tone.BAD, ended(answer.job())));
            return;
        }
        Card card = new Card(getTranslation("loyalty.bulk.posted", name), figures(outcome.counts()));
        card.addClassName("stack");
        if (outcome.counts().leftOut() > 0) {
            report(card, outcome, columns, name);
        }
        body.addComponentAsFirst(card);
        showHistory();
    }

    private String ended(Job job) {
        if (job.state() == Job.State.CANCELLED) {
            return getTranslation("loyalty.bulk.cancelled");
        }
        return job.failure() instanceof Problem problem
                ? Messages.text(problem)
                : getTranslation("common.answer.failed");
    }

    private void showHistory() {
        history.removeAll();
        history.add(new AdjustmentHistory(services, words(), vertical().key(), undoing));
    }

    private Div button(String key, Runnable act) {
        return row(new Button(getTranslation(key), click -> act.run()));
    }

    private static Div row(Button button) {
        Div row = new Div(button);
        row.addClassName("row");
        return row;
    }

    private static void attempt(Runnable act) {
        try {
            act.run();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void forget() {
        if (file != null) {
            services.adjustments().discard(file.file().path());
            file = null;
        }
        forgetRejected();
    }

    private void forgetRejected() {
        if (rejected != null) {
            services.adjustments().discard(rejected);
            rejected = null;
        }
    }
}
