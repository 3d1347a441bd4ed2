package org.clientele.knowledge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.Wording;
import org.clientele.common.ui.BeginsNew;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.knowledge.Article;
import org.clientele.knowledge.ArticleData;
import org.clientele.knowledge.ArticlesChanged;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.jspecify.annotations.Nullable;

/** All articles of a vertical, searched by any words, with the chosen one beside the list. */
@Route("v/:vertical/knowledge/:article?")
@PermitAll
class KnowledgeView extends VerticalPage implements BeginsNew {
    private static final ArticleData EMPTY =
            new ArticleData(new Wording("", ""), new Wording("", ""), Set.of(), Set.of(), Set.of());

    private final transient KnowledgeServices services;
    private final TextField search = new TextField();
    private final Div list = Columns.stack();
    private final Div chosen = Columns.stack();
    private @Nullable Long shown;

    KnowledgeView(Verticals verticals, Rights rights, Announcements announcements, KnowledgeServices services) {
        super(verticals, rights, announcements);
        this.services = services;
        search.setPlaceholder(getTranslation("knowledge.search"));
        search.setAriaLabel(getTranslation("knowledge.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidthFull();
        search.addValueChangeListener(change -> fill());
        hear(ArticlesChanged.class, this::follow);
    }

    @Override
    protected String title() {
        return getTranslation("knowledge.title");
    }

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        shown = event.getRouteParameters()
                .get("article")
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
        draw(vertical, true);
    }

    private void draw(Vertical vertical, boolean opened) {
        removeAll();
        PageHeader header = new PageHeader(title(), getTranslation("knowledge.subtitle"));
        if (mayWrite()) {
            header.primary(new Button(getTranslation("knowledge.new"), Icon.PLUS.create(), click -> beginNew()));
        }
        add(header);
        if (services.articles().all(vertical.key(), getLocale()).isEmpty()) {
            add(new EmptyState(
                    Icon.BOOK_OPEN,
                    getTranslation("knowledge.none"),
                    getTranslation(mayWrite() ? "knowledge.none.write" : "knowledge.none.ask")));
            return;
        }
        add(new Columns(Columns.Shape.SIDE_MAIN, new Card(search, list), chosen).top());
        fill();
        showChosen(opened);
    }

    @Override
    public void beginNew() {
        if (mayWrite()) {
            edit(EMPTY, this::writeNew);
        }
    }

    private boolean mayWrite() {
        return services.articles().mayWrite(vertical().key());
    }

    private ArticleWords words() {
        return new ArticleWords(vertical(), getLocale(), services.clock().getZone());
    }

    private void fill() {
        list.removeAll();
        List<Article> found = services.articles().search(vertical().key(), search.getValue(), getLocale());
        if (found.isEmpty()) {
            Span nothing = new Span(getTranslation("knowledge.nothing", search.getValue()));
            nothing.addClassName("caption");
            list.add(nothing);
            return;
        }
        UnorderedList items = new UnorderedList();
        items.addClassName("list");
        ArticleWords words = words();
        found.forEach(article -> items.add(item(words, article)));
        list.add(items);
    }

    private ListItem item(ArticleWords words, Article article) {
        Anchor link = new Anchor(KnowledgeNavigation.to(vertical().key(), article.id()), words.title(article));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("list-item-title");
        Span figures = new Span(words.figures(article));
        figures.addClassName("list-item-detail");
        Div body = new Div(link, figures);
        body.addClassName("list-item-body");
        ListItem item = new ListItem(body);
        item.addClassName("list-item");
        if (!article.own()) {
            item.add(new Tag(getTranslation("knowledge.plugin")));
        }
        if (article.retired()) {
            item.add(new Tag(getTranslation("knowledge.retired")));
        }
        if (Long.valueOf(article.id()).equals(shown)) {
            item.getElement().setAttribute("aria-current", "true");
        }
        return item;
    }

    /** @param opened whether somebody came to read it just now */
    private void showChosen(boolean opened) {
        chosen.removeAll();
        Long id = shown;
        if (id == null) {
            Div hint = new Div(getTranslation("knowledge.choose"));
            hint.addClassName("caption");
            chosen.add(hint);
            return;
        }
        try {
            Article article = services.articles().get(vertical().key(), id);
            if (opened) {
                services.articles().used(vertical().key(), article.id());
            }
            chosen.add(card(words(), article));
        } catch (Problem gone) {
            chosen.add(new EmptyState(Icon.BOOK_OPEN, Messages.text(gone), getTranslation("knowledge.choose")));
        }
    }

    private Component card(ArticleWords words, Article article) {
        Card card = new Card(words.title(article), places(words, article), new ArticleBody(services, words, article));
        Div origin = new Div(words.origin(article));
        origin.addClassName("caption");
        card.add(origin);
        if (mayWrite()) {
            card.actions(
                    new Button(
                            getTranslation("knowledge.edit"),
                            click -> edit(article.data(), data -> writeAgain(article, data))),
                    new Button(
                            getTranslation("knowledge.versions"),
                            click -> new VersionsDialog(services, words, article, this::again).open()),
                    new Button(
                            getTranslation(article.retired() ? "knowledge.show" : "knowledge.retire"),
                            click -> retire(article)));
        }
        if (mayWrite() && article.isEdited()) {
            card.actions(new Button(getTranslation("knowledge.reset"), click -> putBack(article)));
        }
        return card;
    }

    private static Div places(ArticleWords words, Article article) {
        Div places = new Div();
        places.addClassName("chips");
        List<String> names = words.places(article.data());
        if (names.isEmpty()) {
            places.add(new Tag(words.text("knowledge.everywhere")));
        }
        names.forEach(name -> places.add(new Tag(name)));
        return places;
    }

    private void edit(ArticleData data, ArticleDialog.Publishing publishing) {
        new ArticleDialog(words(), data, publishing).open();
    }

    private void writeNew(ArticleData data) {
        long id = services.articles().write(vertical().key(), data);
        Messages.done(getTranslation("knowledge.published"));
        shown = id;
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, KnowledgeNavigation.to(vertical().key(), id));
        draw(vertical(), false);
    }

    private void writeAgain(Article seen, ArticleData data) {
        services.articles().write(vertical().key(), seen.id(), seen.version(), data);
        Messages.done(getTranslation("knowledge.published"));
        again();
    }

    private void putBack(Article article) {
        String key = vertical().key();
        services.articles().putBack(key, article.id(), article.version());
        Messages.done(getTranslation("knowledge.reset.done"), () -> {
            services.articles().restore(key, article.id(), article.version() + 1, article.version());
            again();
        });
        again();
    }

    private void retire(Article article) {
        boolean retired = !article.retired();
        services.articles().retire(vertical().key(), article.id(), retired);
        Messages.done(getTranslation(retired ? "knowledge.retired.done" : "knowledge.shown.done"), () -> {
            services.articles().retire(vertical().key(), article.id(), !retired);
            again();
        });
        again();
    }

    private void again() {
        fill();
        showChosen(false);
    }

    private void follow(ArticlesChanged change) {
        if (!change.verticalKey().equals(vertical().key())) {
            return;
        }
        if (chosen.isAttached()) {
            again();
        } else {
            draw(vertical(), false);
        }
    }
}
