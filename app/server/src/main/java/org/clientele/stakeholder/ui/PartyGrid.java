package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Supplier;
import org.clientele.common.ui.OrderedGrid;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.PartyStanding;
import org.clientele.stakeholder.StakeholderQuery;
import org.clientele.stakeholder.Stakeholders;

/** Parties, page by page as somebody scrolls. On a phone each is one card-like row. */
final class PartyGrid extends OrderedGrid<PartyStanding> {
    private final StakeholderWords words;
    private final String verticalKey;

    PartyGrid(StakeholderWords words, Vertical vertical, Stakeholders register, Supplier<StakeholderQuery> shown) {
        this.words = words;
        this.verticalKey = vertical.key();
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        setItems(new CallbackDataProvider<>(
                query -> register.page(vertical, shown.get(), query.getOffset(), query.getLimit()).stream(),
                query -> register.count(vertical, shown.get()),
                standing -> standing.party().id()));
    }

    void show(boolean narrow) {
        show(narrow ? this::addCard : this::addColumns, null, false);
    }

    private void addColumns() {
        addColumn(LitRenderer.<PartyStanding>of(
                                "<a class=\"customer-link\" href=\"${item.href}\" router-link><span class=\"customer-title\">${item.name}</span></a>")
                        .withProperty("href", this::address)
                        .withProperty(
                                "name", standing -> standing.party().data().name()))
                .setHeader(words.text("stakeholder.field.name"))
                .setWidth("240px")
                .setFlexGrow(2);
        addColumn(standing -> words.market(standing.party().data().market()))
                .setHeader(words.text("stakeholder.field.market"))
                .setWidth("150px");
        addColumn(standing -> words.level(standing.party().data().level()))
                .setHeader(words.text("stakeholder.field.level"))
                .setWidth("140px");
        addColumn(new ComponentRenderer<>(standing -> words.healthTag(standing.health())))
                .setHeader(words.text("stakeholder.health"))
                .setWidth("170px");
        addColumn(standing -> words.review(standing.party().data().nextReview()))
                .setHeader(words.text("stakeholder.field.review"))
                .setWidth("140px");
        addColumn(standing -> words.owner(standing.party()))
                .setHeader(words.text("stakeholder.field.owner"))
                .setWidth("150px");
    }

    private void addCard() {
        addColumn(LitRenderer.<PartyStanding>of("""
                        <a class="customer-link gap-card" href="${item.href}" router-link>
                          <span class="customer-title">${item.name}</span>
                          <span class="caption">${item.detail}</span>
                        </a>
                        """)
                        .withProperty("href", this::address)
                        .withProperty(
                                "name", standing -> standing.party().data().name())
                        .withProperty(
                                "detail",
                                standing -> String.join(
                                        " · ",
                                        words.market(standing.party().data().market()),
                                        words.level(standing.party().data().level()),
                                        words.text("stakeholder.health.short", words.health(standing.health())))))
                .setHeader(words.text("stakeholder.title"));
    }

    private String address(PartyStanding standing) {
        return StakeholdersNavigation.to(verticalKey, standing.party().id());
    }
}
