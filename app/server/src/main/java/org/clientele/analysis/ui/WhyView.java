package org.clientele.analysis.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.analysis.Explanation;
import org.clientele.analysis.Explanations;
import org.clientele.common.Announcements;
import org.clientele.common.ui.DownloadButton;
import org.clientele.common.ui.PageMessage;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.RiskParts;
import org.clientele.engine.model.RuleOutcome;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.Lifetimes;
import org.clientele.segment.ui.LifetimeCard;
import org.clientele.segment.ui.ModelChips;
import org.clientele.segment.ui.ReasonText;
import org.clientele.segment.ui.SegmentWords;

/** Why a customer is where a model puts them: every condition, what is lacking for better, what another value would change. */
@Route("v/:vertical/customers/:customer/why")
@PermitAll
class WhyView extends VerticalPage {
    private final transient Explanations explanations;
    private final transient Lifetimes lifetimes;

    WhyView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Explanations explanations,
            Lifetimes lifetimes) {
        super(verticals, rights, announcements);
        this.explanations = explanations;
        this.lifetimes = lifetimes;
    }

    @Override
    protected String title() {
        return getTranslation("analysis.why.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        long customer = CustomersNavigation.customer(event.getRouteParameters()).orElse(0L);
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("model")
                .orElse("");
        List<ModelDefinition> models = explanations.models(vertical.key());
        String model = models.stream()
                .map(ModelDefinition::id)
                .filter(asked::equals)
                .findFirst()
                .orElseGet(() -> models.isEmpty() ? "" : models.getFirst().id());
        Optional<Explanation> found = explanations.explain(vertical.key(), customer, model);
        if (found.isEmpty()) {
            Button all = new Button(getTranslation("analysis.why.none.all"), click -> UI.getCurrent()
                    .navigate("v/" + vertical.key() + "/customers"));
            add(new PageMessage(
                    Icon.USER_X, getTranslation("analysis.why.none"), getTranslation("analysis.why.none.text"), all));
            return;
        }
        show(found.get(), models);
    }

    private void show(Explanation explanation, List<ModelDefinition> models) {
        SegmentWords words = new SegmentWords(explanation.vertical(), getLocale());
        ReasonText reasons = new ReasonText(explanation.vertical(), getLocale(), explanation.hidden());
        long customer = explanation.customer().id();
        PageHeader header = new PageHeader(
                getTranslation("analysis.why.heading", explanation.customer().title()), subtitle(explanation, words));
        header.before(
                new BackLink(CustomersNavigation.to(vertical().key(), customer), getTranslation("analysis.why.back")));
        header.tags(segment(explanation, words));
        if (rights().may(Permission.EXPORT_CUSTOMERS, vertical().key())) {
            header.actions(export(customer));
        }
        add(
                header,
                new ModelChips(
                        words,
                        models,
                        explanation.model(),
                        id -> CustomersNavigation.why(vertical().key(), customer, id)));
        List<Component> side = new ArrayList<>();
        lifetimes.of(vertical().key(), customer).stream()
                .filter(each -> each.model().id().equals(explanation.model().id()))
                .forEach(each -> side.add(LifetimeCard.of(words, each)));
        better(explanation, words, reasons).ifPresent(side::add);
        if (!explanation.values().isEmpty()) {
            side.add(new SupposeCard(explanations, explanation, words, reasons).card());
        }
        List<Component> main = new ArrayList<>(List.of(say(explanation, reasons)));
        main.addAll(conditions(explanation, words, reasons));
        add(new Columns(
                        Columns.Shape.MAIN_SIDE,
                        Columns.stack(main.toArray(Component[]::new)),
                        Columns.stack(side.toArray(Component[]::new)))
                .top());
    }

    private String subtitle(Explanation explanation, SegmentWords words) {
        return getTranslation(
                "analysis.why.subtitle",
                words.model(explanation.model()),
                String.valueOf(explanation.version().number()),
                words.formats().date(explanation.asOf()));
    }

    private Tag segment(Explanation explanation, SegmentWords words) {
        String segment = explanation.reason().segment();
        return segment == null
                ? new Tag(getTranslation("analysis.movement.none"), Tone.MUTED)
                : new Tag(
                        words.names().segment(explanation.model().id(), segment),
                        explanation.model().segment(segment).colour());
    }

    /** One sentence that can be read to the customer. */
    private Card say(Explanation explanation, ReasonText reasons) {
        Div sentence = new Div(reasons.spoken(explanation.reason()));
        sentence.addClassName("strong");
        return new Card(getTranslation("analysis.why.say"), sentence).hint(getTranslation("analysis.why.say.hint"));
    }

    private List<Component> conditions(Explanation explanation, SegmentWords words, ReasonText reasons) {
        RiskParts risk = explanation.risk();
        if (risk != null) {
            return List.of(
                    checked(reasons.border(explanation.reason())), new RiskTable(words, risk, explanation).card());
        }
        if (explanation.rules().isEmpty()) {
            return explanation.reason().checks().isEmpty()
                    ? List.of()
                    : List.of(checked(reasons.checks(explanation.reason())));
        }
        return explanation.rules().stream()
                .map(rule -> (Component) rule(explanation, rule, words, reasons))
                .toList();
    }

    private Card checked(Component checks) {
        return new Card(getTranslation("analysis.why.conditions"), checks).flush();
    }

    private Card rule(Explanation explanation, RuleOutcome rule, SegmentWords words, ReasonText reasons) {
        String name = words.names().segment(explanation.model().id(), rule.segment());
        String key = rule.decides() ? "decides" : rule.holds() ? "late" : "fails";
        Component content = rule.checks().isEmpty()
                ? new Div(getTranslation("analysis.why.rule.always"))
                : reasons.checks(rule, explanation.model().id());
        Card card = new Card(name, content)
                .actions(new Tag(getTranslation("analysis.why.rule." + key), rule.decides() ? Tone.GOOD : Tone.MUTED));
        return rule.checks().isEmpty() ? card : card.flush();
    }

    private Optional<Component> better(Explanation explanation, SegmentWords words, ReasonText reasons) {
        Reason.Better better = explanation.reason().better();
        if (better == null) {
            return Optional.empty();
        }
        UnorderedList gaps = new UnorderedList(
                reasons.gaps(better).stream().map(ListItem::new).toArray(ListItem[]::new));
        return Optional.of(new Card(
                        getTranslation(
                                "analysis.why.better",
                                words.names().segment(explanation.model().id(), better.segment())),
                        gaps)
                .hint(getTranslation("analysis.why.better.hint")));
    }

    /** Everything a customer may ask for, as a text to send. */
    private Component export(long customer) {
        String key = vertical().key();
        Locale locale = getLocale();
        String hint = getTranslation("analysis.why.export");
        return new DownloadButton("explanation-export", hint, DownloadHandler.fromInputStream(download -> {
            String text = new ExplanationText(locale).of(explanations.export(key, customer));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    "explanation-" + customer + ".txt",
                    "text/plain; charset=utf-8",
                    bytes.length);
        }));
    }
}
