package org.clientele.reference.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.engine.column.Value;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.Texts;
import org.clientele.reference.ReferenceRow;
import org.clientele.reference.ReferenceTitle;
import org.clientele.reference.References;
import org.clientele.reference.persistence.ReferenceDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReferencesViewTest {
    private static final Texts.Bundles TEXTS = new Texts.Bundles(Map.of(
            "en", Map.of("reference.unit", "Units", "reference.unit.field.status.value.sold", "Sold"),
            "zh-CN", Map.of("reference.unit", "房源")));

    private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
    private final Vertical vertical = VerticalFixture.enable(database, VerticalFixture.estateDefinition(), TEXTS);
    private final TestRights rights = TestRights.of(Role.STAFF);

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        database.close();
    }

    @Test
    void shouldListAndSearchRows() {
        unit("P1", "Marina", "sold");
        unit("P2", "Hill", "free");
        open(Locale.ENGLISH);

        assertThat(_size(_get(ReferenceGrid.class))).isEqualTo(2);
        assertThat(text()).contains("References", "2 entries");

        _setValue(_get(TextField.class), "mari");
        assertThat(_size(_get(ReferenceGrid.class))).isEqualTo(1);
        assertThat(text()).contains("1 entry");

        _setValue(_get(TextField.class), "nobody");
        assertThat(_get(EmptyState.class).getElement().getTextRecursively()).contains("Nothing fits");
    }

    @Test
    void shouldSayWhatToDoWithoutRows() {
        open(Locale.SIMPLIFIED_CHINESE);

        assertThat(text()).contains("基础资料", "暂无条目");
        assertThat(_get(EmptyState.class).getElement().getTextRecursively()).contains("暂无内容");
    }

    @Test
    void shouldNameARowByItsTitleElseByItsKey() {
        var unit = vertical.definition().references().getFirst();
        ReferenceWords words = new ReferenceWords(vertical, Locale.ENGLISH);
        ReferenceRow known = new ReferenceRow(
                "P1",
                Map.of(
                        "place",
                        new Value.Text("Marina"),
                        "rooms",
                        new Value.Whole(3),
                        "status",
                        new Value.Text("sold")));

        assertThat(ReferenceTitle.of(unit, known)).isEqualTo("Marina");
        assertThat(words.details(unit, known)).isEqualTo("3 · Sold");
        assertThat(ReferenceTitle.of(unit, new ReferenceRow("P2", Map.of()))).isEqualTo("P2");
    }

    private void unit(String key, String place, String status) {
        VerticalTables.Table table = vertical.tables().reference("unit");
        database.jdbi().useHandle(handle -> handle.createUpdate("INSERT INTO %s (ref_key, %s, %s) VALUES (<values>)"
                        .formatted(table.name(), table.column("place"), table.column("status")))
                .bindList("values", List.of(key, place, status))
                .execute());
    }

    private void open(Locale locale) {
        TestUi.start(locale);
        TestNavigation.open(
                new ReferencesView(
                        VerticalFixture.verticals(vertical),
                        rights,
                        new Announcements(),
                        new References(new ReferenceDao(database.jdbi(), database.dialect()), rights)),
                "shop",
                "v/shop/data/references");
    }

    private static String text() {
        return _get(PageHeader.class).getElement().getTextRecursively();
    }
}
