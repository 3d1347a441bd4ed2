package org.clientele.segment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ClusterStudies;
import org.clientele.segment.Lifetimes;
import org.clientele.segment.ModelSummary;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.ModelsChanged;
import org.clientele.segment.OwnModels;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentUse;
import org.clientele.segment.SegmentUses;
import org.clientele.segment.Segments;
import org.clientele.segment.SnapshotChanged;
import org.clientele.segment.Studio;
import org.jspecify.annotations.Nullable;

/** Which customers belong together, by each model, and why. */
@Route("v/:vertical/segments")
@PermitAll
class SegmentsView extends VerticalPage {
    private final transient Segments segments;
    private final transient Lifetimes lifetimes;
    private final transient ClusterStudies studies;
    private final transient SegmentUses uses;
    private final transient ModelVersions versions;
    private final transient Studio studio;
    private final transient OwnModels own;
    private @Nullable VersionsDialog history;
    private String chosen = "";

    SegmentsView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Segments segments,
            Lifetimes lifetimes,
            ClusterStudies studies,
            SegmentUses uses,
            ModelVersions versions,
            Studio studio,
            OwnModels own) {
        super(verticals, rights, announcements);
        this.lifetimes = lifetimes;
        this.studies = studies;
        this.uses = uses;
        this.versions = versions;
        this.studio = studio;
        this.own = own;
        this.segments = segments;
        hear(SnapshotChanged.class, this::follow);
        hear(ModelsChanged.class, change -> followVersions(change.verticalKey()));
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SegmentsNavigation.MODEL)
                .orElse("");
        draw();
    }

    @Override
    protected String title() {
        return getTranslation("segment.list.title");
    }

    private void follow(SnapshotChanged change) {
        if (change.verticalKey().equals(vertical().key())) {
            removeAll();
            draw();
        }
    }

    private void followVersions(String verticalKey) {
        if (verticalKey.equals(vertical().key())) {
            Optional.ofNullable(history).ifPresent(VersionsDialog::follow);
        }
    }

    private void draw() {
        PortalSnapshot snapshot = segments.snapshot(vertical().key());
        SegmentWords words = new SegmentWords(snapshot.vertical(), getLocale());
        List<ModelDefinition> models = snapshot.definition().models();
        if (snapshot.customers().size() == 0 || models.isEmpty()) {
            add(new PageHeader(title()), new NothingToGroup(rights(), vertical().key(), snapshot.isPart()));
            return;
        }
        ModelDefinition model =
                models.stream().filter(m -> m.id().equals(chosen)).findFirst().orElse(models.getFirst());
        ModelSummary summary = segments.summary(vertical().key(), model.id());
        add(
                header(snapshot, words, summary),
                new SegmentPages(rights(), vertical().key(), SegmentPages.Page.SEGMENTS),
                new ModelChips(
                        words,
                        models,
                        model,
                        id -> SegmentsNavigation.model(vertical().key(), id)),
                new UnpublishedModels(words, own.unpublished(vertical().key())),
                explanation(snapshot, words, summary));
        new ModelCards(
                        snapshot,
                        summary,
                        words,
                        new ModelCards.Learned(
                                lifetimes,
                                studies,
                                rights().may(
                                                Permission.MANAGE_SEGMENTS,
                                                vertical().key())))
                .cards()
                .forEach(this::add);
        add(usedIn(words, model));
    }

    private Card usedIn(SegmentWords words, ModelDefinition model) {
        List<SegmentUse> found = uses.of(vertical().key(), model.id());
        Card card = new Card(
                getTranslation("segment.use.title"),
                found.isEmpty()
                        ? new Div(getTranslation("segment.use.none"))
                        : new UseTable(words, model, found).bySegment());
        return card.hint(getTranslation("segment.use.hint"));
    }

    private PageHeader header(PortalSnapshot snapshot, SegmentWords words, ModelSummary summary) {
        PageHeader header = new PageHeader(
                title(),
                getTranslation("segment.list.subtitle", words.formats().date(snapshot.asOf()), summary.customers()));
        if (!snapshot.isPart()) {
            header.actions(new Button(
                    getTranslation("segment.recompute.title"), Icon.HISTORY.create(), click -> UI.getCurrent()
                            .navigate(SegmentsNavigation.recomputes(vertical().key()))));
        }
        ModelDefinition model = summary.result().model();
        if (!snapshot.isPart()
                && rights().may(Permission.MANAGE_SEGMENTS, vertical().key())) {
            header.actions(
                    new Button(getTranslation("segment.new.open"), Icon.PLUS.create(), click -> makeModel(words)));
        }
        if (Studio.canEdit(model)
                && rights().may(Permission.MANAGE_SEGMENTS, vertical().key())) {
            header.primary(
                    new Button(getTranslation("segment.studio.open"), Icon.SPARKLES.create(), click -> UI.getCurrent()
                            .navigate(SegmentsNavigation.studio(vertical().key(), model.id()))));
        }
        return header;
    }

    private void makeModel(SegmentWords words) {
        new NewModelDialog(words, studio).open(own, made -> UI.getCurrent()
                .navigate(SegmentsNavigation.studio(vertical().key(), made)));
    }

    private Card explanation(PortalSnapshot snapshot, SegmentWords words, ModelSummary summary) {
        ModelDefinition model = summary.result().model();
        String help = words.names().text(Texts.modelHelp(model.id()));
        Card card = new Card(words.model(model));
        if (!help.isEmpty()) {
            card.add(new Div(help));
        }
        String source = model.source();
        if (source != null) {
            Div from =
                    new Div(getTranslation("segment.list.source", words.names().text(Texts.source(source))));
            from.addClassName("caption");
            card.add(from);
        }
        boolean mayEdit = !snapshot.isPart()
                && rights().may(Permission.MANAGE_SEGMENTS, vertical().key());
        if (mayEdit && own.isOwn(vertical().key(), model.id())) {
            OwnModelActs acts = new OwnModelActs(words, own, uses, model);
            card.actions(acts.names(() -> {}), acts.deletion());
        }
        if (summary.changed()) {
            ModelVersion applies = versions.current(vertical().key(), model.id());
            String by = new VersionWords(words, versions).person(applies.author());
            card.actions(new Tag(getTranslation("segment.list.changed", applies.number(), by), Tone.ACCENT));
        }
        if (Studio.canEdit(model)
                && versions.history(vertical().key(), model.id()).size() > 1) {
            card.actions(history(words, model, snapshot.asOf()));
        }
        return card;
    }

    private Button history(SegmentWords words, ModelDefinition model, LocalDate asOf) {
        Button open = new Button(getTranslation("segment.list.versions"), click -> {
            VersionsDialog shown = new VersionsDialog(words, versions, model, asOf);
            history = shown;
            shown.open();
        });
        open.addThemeVariants(ButtonVariant.SMALL);
        return open;
    }
}
