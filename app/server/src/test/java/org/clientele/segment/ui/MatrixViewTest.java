package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.segment.ui.StudioPage.edit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.TestAudit;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.frontend.Banner;
import org.clientele.frontend.GridChart;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Matrix;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatrixViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;
    private Map<String, Long> ids = Map.of();

    @BeforeEach
    void start() {
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withMatrix(),
                new Texts.Bundles(Map.of("en", Map.of("metric.monetary", "spend"), "zh-CN", Map.of())));
        ids = portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("ben", DAY.minusDays(10), 3_000),
                new Purchase("cara", DAY.minusDays(20), 1_000)));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldDrawEachCellWithItsCustomersAndTheirValue() {
        open();
        _click(_get(Button.class, spec -> spec.withText("Table")));

        _find(GridChart.class).forEach(chart -> assertThat(chart.isVisible()).isFalse());
        assertThat(page()).contains("below $20", "$20 to below $100", "$100 and more", "partner: 1 · $220");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .contains("v/shop/customers?set=cell%3Arelations%3A3%3A2");
    }

    @Test
    void shouldOpenTheCustomersOfACell() {
        CustomerLists lists = new CustomerLists(key -> portal.snapshot(), portal.rights, new TestAudit());

        assertThat(lists.list("shop", CustomerListQuery.of(CustomerFilter.cell("relations", 3, 2)), Locale.ENGLISH)
                        .total())
                .isEqualTo(1);
        assertThat(lists.list("shop", CustomerListQuery.of(CustomerFilter.cell("relations", 1, 2)), Locale.ENGLISH)
                        .total())
                .isZero();
    }

    @Test
    void shouldStoreMembershipsWithTheLevels() {
        portal.recompute.store(portal.snapshot(), () -> false);

        String sentence = new ReasonText(portal.vertical, Locale.ENGLISH)
                .sentence(portal.memberships
                        .history("shop", ids.getOrDefault("ben", 0L))
                        .getFirst()
                        .reason());
        assertThat(sentence)
                .isEqualTo("Spend $30: level 2 of 3, at least $20; metric.frequency 1: level 1 of 2, below 2;"
                        + " for model.relations.segment.proactive: metric.frequency at least 2 (1 more).");
    }

    @Test
    void shouldRefuseCutsThatDoNotFit() {
        StudioPage.open(portal, "relations");
        edit(_find(NumberField.class).get(0), 200.0);

        assertThat(text(_get(Banner.class))).contains("Cuts must be 2 numbers, each larger than the one before.");
        assertThat(portal.audit.actions()).isEmpty();
    }

    @Test
    void shouldPreviewAndPublishCutsAndCells() {
        StudioPage studio = StudioPage.open(portal, "relations");
        setMethod(Matrix.Method.PERCENTILE);
        List<NumberField> cuts = _find(NumberField.class);
        edit(cuts.get(0), 40.0);
        edit(cuts.get(1), 90.0);
        assertThat(studio.text()).contains("would change segment (");
        studio.publish("by share");

        ModelDefinition applied =
                portal.overrides.effective(portal.vertical).definition().model("relations");
        assertThat(applied).isInstanceOfSatisfying(Matrix.class, matrix -> {
            assertThat(matrix.rows())
                    .isEqualTo(new Matrix.Axis("monetary", Matrix.Method.PERCENTILE, List.of(0.4, 0.9)));
            assertThat(matrix.grid().getFirst()).containsExactly("basic", "reactive");
        });
        assertThat(portal.audit.actions()).containsExactly("segment.model shop relations");
    }

    @SuppressWarnings("unchecked")
    private static void setMethod(Matrix.Method method) {
        edit((Select<Matrix.Method>) _find(Select.class).getFirst(), method);
    }

    private void open() {
        SegmentsPage.open(portal, "relations");
    }

    private static String page() {
        return text(_get(SegmentsView.class));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
