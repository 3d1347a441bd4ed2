package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.plugin.VerticalLayout.CUSTOMER;
import static org.clientele.plugins.api.FieldType.CHOICE;
import static org.clientele.plugins.api.FieldType.DECIMAL;
import static org.clientele.plugins.api.FieldType.INTEGER;
import static org.clientele.plugins.api.FieldType.TEXT;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.plugin.DefinitionChange.Kind;
import org.clientele.plugin.VerticalLayout.Column;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MigrationPlannerTest {
    private static final VerticalDefinition FIRST = vertical(
            List.of(attribute("age", INTEGER), attribute("city", TEXT)),
            activity("purchase", List.of(), new ActivityField("amount", DECIMAL, List.of())));
    private static final VerticalLayout FIRST_LAYOUT =
            plan(new VerticalLayout(Map.of()), null, FIRST, null).target();

    @Test
    void shouldMakeTablesAndColumnsForWhatIsNew() {
        assertThat(column(FIRST_LAYOUT, CUSTOMER, "age")).isEqualTo("attr_3.c1");
        assertThat(column(FIRST_LAYOUT, CUSTOMER, "city")).isEqualTo("attr_3.c2");
        assertThat(column(FIRST_LAYOUT, "purchase", "amount")).isEqualTo("act_3_1.c1");
    }

    @Test
    void shouldChangeNothingForTheSameDefinition() {
        Migration migration = plan(FIRST_LAYOUT, FIRST, FIRST, null);

        assertThat(migration.target()).isEqualTo(FIRST_LAYOUT);
        assertThat(migration.changes()).isEmpty();
        assertThat(migration.moves()).isEmpty();
    }

    @Test
    void shouldAddWhatIsDeclaredAnewAndHideWhatIsNot() {
        VerticalDefinition next = vertical(
                List.of(attribute("city", TEXT), attribute("member", TEXT)),
                activity("visit", List.of(), new ActivityField("minutes", INTEGER, List.of())));

        Migration migration = plan(FIRST_LAYOUT, FIRST, next, null);

        assertThat(migration.changes())
                .containsExactlyInAnyOrder(
                        change(Kind.ADDED, CUSTOMER, "member", "", "TEXT"),
                        change(Kind.HIDDEN, CUSTOMER, "age", "", ""),
                        change(Kind.ADDED, "visit", "", "", ""),
                        change(Kind.HIDDEN, "purchase", "", "", ""));
        assertThat(column(migration.target(), CUSTOMER, "age")).isEqualTo("attr_3.c1");
        assertThat(column(migration.target(), CUSTOMER, "member")).isEqualTo("attr_3.c3");
        assertThat(column(migration.target(), "purchase", "amount")).isEqualTo("act_3_1.c1");
        assertThat(column(migration.target(), "visit", "minutes")).isEqualTo("act_3_2.c1");
    }

    @Test
    void shouldBringBackWhatWasHidden() {
        VerticalDefinition without =
                vertical(List.of(attribute("city", TEXT)), FIRST.activities().getFirst());
        VerticalLayout hidden = plan(FIRST_LAYOUT, FIRST, without, null).target();

        Migration back = plan(hidden, without, FIRST, null);

        assertThat(back.changes()).containsExactly(change(Kind.RETURNED, CUSTOMER, "age", "", "INTEGER"));
        assertThat(column(back.target(), CUSTOMER, "age")).isEqualTo("attr_3.c1");
    }

    @Test
    void shouldFollowDeclaredAliases() {
        VerticalDefinition next = vertical(
                List.of(attribute("years", INTEGER, "age"), attribute("city", TEXT)),
                activity("sale", List.of("purchase"), aliased("total", DECIMAL, "amount")));

        Migration migration = plan(FIRST_LAYOUT, FIRST, next, null);

        assertThat(migration.changes())
                .containsExactlyInAnyOrder(
                        change(Kind.RENAMED, CUSTOMER, "years", "age", "years"),
                        change(Kind.RENAMED, "sale", "", "purchase", "sale"),
                        change(Kind.RENAMED, "sale", "total", "amount", "total"));
        assertThat(column(migration.target(), CUSTOMER, "years")).isEqualTo("attr_3.c1");
        assertThat(column(migration.target(), "sale", "total")).isEqualTo("act_3_1.c1");
        assertThat(migration.target().owners()).doesNotContainKey("purchase");
        assertThat(migration.moves()).isEmpty();
    }

    @Test
    void shouldRememberWhatAFieldWasAtFirst() {
        VerticalDefinition next = vertical(
                List.of(attribute("years", TEXT, "age"), attribute("city", TEXT)),
                activity("sale", List.of("purchase"), aliased("total", DECIMAL, "amount")));

        VerticalLayout renamed = plan(FIRST_LAYOUT, FIRST, next, null).target();

        assertThat(renamed.column(CUSTOMER, "years")).isEqualTo(new Column("c1_2", TEXT, "age", INTEGER));
        assertThat(renamed.column("sale", "total")).isEqualTo(new Column("c1", DECIMAL, "amount", DECIMAL));
        assertThat(renamed.owner("sale")).map(VerticalLayout.Owner::origin).contains("purchase");
    }

    @Test
    void shouldMoveValuesOfAnotherTypeIntoAColumnOfTheirOwn() {
        VerticalDefinition next = vertical(
                List.of(attribute("age", TEXT), attribute("city", TEXT)),
                FIRST.activities().getFirst());

        Migration migration = plan(FIRST_LAYOUT, FIRST, next, null);

        assertThat(migration.changes()).containsExactly(change(Kind.RETYPED, CUSTOMER, "age", "INTEGER", "TEXT"));
        assertThat(migration.moves()).singleElement().satisfies(move -> {
            assertThat(move.from().name()).isEqualTo("c1");
            assertThat(move.to().name()).isEqualTo("c1_2");
            assertThat(move.returning()).isFalse();
        });
        assertThat(migration.needsPause()).isTrue();
    }

    @Test
    void shouldCheckTextsThatBecomeAChoiceWhereTheyLie() {
        VerticalDefinition next = vertical(
                List.of(attribute("age", INTEGER), choice("city", "paris", "rome")),
                FIRST.activities().getFirst());

        Migration migration = plan(FIRST_LAYOUT, FIRST, next, null);

        assertThat(migration.moves()).isEmpty();
        assertThat(migration.choices()).singleElement().satisfies(choice -> {
            assertThat(choice.values()).containsExactlyInAnyOrder("paris", "rome");
            assertThat(choice.lenient()).isFalse();
        });
        assertThat(column(migration.target(), CUSTOMER, "city")).isEqualTo("attr_3.c2");
    }

    @Test
    void shouldLetAShorterListKeepWhatItNoLongerNames() {
        VerticalDefinition long_ = vertical(
                List.of(choice("city", "paris", "rome")), FIRST.activities().getFirst());
        VerticalDefinition short_ =
                vertical(List.of(choice("city", "rome")), FIRST.activities().getFirst());
        VerticalLayout layout = plan(FIRST_LAYOUT, FIRST, long_, null).target();

        assertThat(plan(layout, long_, short_, null).choices())
                .singleElement()
                .satisfies(choice -> assertThat(choice.lenient()).isTrue());
    }

    @Test
    void shouldGiveAVersionThatRanItsColumnsBack() {
        VerticalDefinition next = vertical(
                List.of(attribute("years", TEXT, "age"), attribute("city", TEXT), attribute("member", TEXT)),
                activity("sale", List.of("purchase"), aliased("total", DECIMAL, "amount")));
        VerticalLayout nextLayout = plan(FIRST_LAYOUT, FIRST, next, null).target();

        Migration back = plan(nextLayout, next, FIRST, FIRST_LAYOUT);

        assertThat(column(back.target(), CUSTOMER, "age")).isEqualTo("attr_3.c1");
        assertThat(column(back.target(), "purchase", "amount")).isEqualTo("act_3_1.c1");
        assertThat(column(back.target(), CUSTOMER, "member")).isEqualTo("attr_3.c3");
        assertThat(back.moves()).singleElement().satisfies(move -> {
            assertThat(move.from().name()).isEqualTo("c1_2");
            assertThat(move.to().name()).isEqualTo("c1");
            assertThat(move.returning()).isTrue();
        });
        assertThat(back.changes())
                .containsExactlyInAnyOrder(
                        change(Kind.RENAMED, CUSTOMER, "age", "years", "age"),
                        change(Kind.RETYPED, CUSTOMER, "age", "TEXT", "INTEGER"),
                        change(Kind.HIDDEN, CUSTOMER, "member", "", ""),
                        change(Kind.RENAMED, "purchase", "", "sale", "purchase"),
                        change(Kind.RENAMED, "purchase", "amount", "total", "amount"));
        Migration again = plan(back.target(), FIRST, next, nextLayout);
        assertThat(again.target().owners().get(CUSTOMER))
                .isEqualTo(nextLayout.owners().get(CUSTOMER));
    }

    @Test
    void shouldNotMixUpAnIdThatMeansSomethingElseNow() {
        VerticalDefinition renamed = vertical(
                List.of(attribute("years", INTEGER, "age"), attribute("city", TEXT)),
                FIRST.activities().getFirst());
        VerticalLayout renamedLayout = plan(FIRST_LAYOUT, FIRST, renamed, null).target();
        VerticalDefinition reused = vertical(
                List.of(attribute("years", INTEGER), attribute("city", TEXT), attribute("age", TEXT)),
                FIRST.activities().getFirst());
        VerticalLayout reusedLayout = plan(renamedLayout, renamed, reused, null).target();

        assertThat(column(reusedLayout, CUSTOMER, "years")).isEqualTo("attr_3.c1");
        assertThat(column(reusedLayout, CUSTOMER, "age")).isEqualTo("attr_3.c3");
        Migration back = plan(reusedLayout, reused, FIRST, FIRST_LAYOUT);
        assertThat(column(back.target(), CUSTOMER, "age")).isEqualTo("attr_3.c1");
    }

    @Test
    void shouldFindDataKeptOfAVerticalThatWasUninstalled() {
        VerticalDefinition next = vertical(
                List.of(attribute("years", INTEGER, "age"), attribute("city", TEXT)),
                FIRST.activities().getFirst());

        Migration migration = plan(FIRST_LAYOUT, null, next, null);

        assertThat(column(migration.target(), CUSTOMER, "years")).isEqualTo("attr_3.c1");
        assertThat(column(migration.target(), CUSTOMER, "city")).isEqualTo("attr_3.c2");
    }

    @Test
    void shouldSayWhatIsPersonalDataFromThenOnAndWhatNoLonger() {
        ActivityDefinition purchase = FIRST.activities().getFirst();
        VerticalDefinition open = vertical(List.of(attribute("age", INTEGER), attribute("city", TEXT)), purchase);
        VerticalDefinition marked = vertical(List.of(attribute("age", INTEGER), personal("city", TEXT)), purchase);

        assertThat(plan(FIRST_LAYOUT, open, marked, null).changes())
                .containsExactly(change(Kind.PERSONAL, CUSTOMER, "city", "", ""));
        assertThat(plan(FIRST_LAYOUT, marked, open, null).changes())
                .containsExactly(change(Kind.NOT_PERSONAL, CUSTOMER, "city", "", ""));
    }

    private static Migration plan(
            VerticalLayout before,
            @Nullable VerticalDefinition declared,
            VerticalDefinition target,
            @Nullable VerticalLayout ran) {
        Map<String, Set<String>> taken = new HashMap<>();
        for (VerticalLayout layout : ran == null ? List.of(before) : List.of(before, ran)) {
            layout.owners().values().forEach(owner -> owner.columns().values().forEach(column -> taken.computeIfAbsent(
                            owner.table(), table -> new HashSet<>())
                    .add(column.name())));
        }
        return new MigrationPlanner(before, declared, ran, new ColumnNames(3, taken)).plan(target);
    }

    private static String column(VerticalLayout layout, String owner, String field) {
        VerticalLayout.Owner place = layout.owner(owner).orElseThrow();
        return place.table() + "."
                + Objects.requireNonNull(place.columns().get(field)).name();
    }

    private static DefinitionChange change(Kind kind, String owner, String field, String before, String after) {
        return new DefinitionChange(kind, owner, field, before, after, 0);
    }

    private static AttributeDefinition attribute(String id, FieldType type, String... aliases) {
        return new AttributeDefinition(id, type, Layer.BASIC, false, List.of(), null, null, null, List.of(aliases));
    }

    private static AttributeDefinition personal(String id, FieldType type) {
        return new AttributeDefinition(id, type, Layer.BASIC, true, List.of(), null, null);
    }

    private static AttributeDefinition choice(String id, String... values) {
        return new AttributeDefinition(id, CHOICE, Layer.BASIC, false, List.of(values), null, null);
    }

    private static ActivityField aliased(String id, FieldType type, String... aliases) {
        return new ActivityField(id, type, List.of(), null, null, List.of(aliases));
    }

    private static ActivityDefinition activity(String id, List<String> aliases, ActivityField... fields) {
        return new ActivityDefinition(id, "store", List.of(fields), null, null, null, aliases);
    }

    private static VerticalDefinition vertical(List<AttributeDefinition> attributes, ActivityDefinition activity) {
        return new VerticalDefinition(
                "shop",
                "store",
                "EUR",
                activity.id(),
                "monetary",
                attributes,
                List.of(activity),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
