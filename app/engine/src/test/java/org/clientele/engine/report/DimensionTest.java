package org.clientele.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientele.engine.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionTest {
    @Test
    void shouldPutTextsBeyondTheHundredthIntoOthersAndThoseWithoutLast() {
        ReportShop shop = new ReportShop();
        shop.customer(Map.of()).customer(Map.of("city", "York")).customer(Map.of("city", "York"));
        IntStream.range(0, 101).forEach(i -> shop.customer(Map.of("city", String.format("city %03d", i))));
        Snapshot snapshot = shop.snapshot();

        List<Group> groups = Dimension.split(snapshot, "city", everybody(104));

        assertThat(groups).hasSize(102);
        assertThat(groups.getFirst()).isEqualTo(new Group(Group.Kind.VALUE, "York", members(1, 2)));
        assertThat(groups.get(1)).isEqualTo(new Group(Group.Kind.VALUE, "city 000", members(3)));
        assertThat(groups.get(99).key()).isEqualTo("city 098");
        assertThat(groups.get(100)).isEqualTo(new Group(Group.Kind.OTHERS, "", members(102, 103)));
        assertThat(groups.get(101)).isEqualTo(new Group(Group.Kind.MISSING, "", members(0)));
    }

    @Test
    void shouldHaveNoOthersAndNoMissingWhereNobodyIs() {
        ReportShop shop = new ReportShop();
        IntStream.range(0, 100).forEach(i -> shop.customer(Map.of("city", "city " + i)));

        assertThat(Dimension.split(shop.snapshot(), "city", everybody(100)))
                .hasSize(100)
                .allSatisfy(group -> assertThat(group.kind()).isEqualTo(Group.Kind.VALUE));
    }

    @Test
    void shouldSplitThePopulationAlone() {
        Snapshot snapshot = small().snapshot();
        BitSet two = members(1, 3);

        assertThat(Dimension.split(snapshot, "gender", two))
                .containsExactly(
                        new Group(Group.Kind.VALUE, "woman", members()),
                        new Group(Group.Kind.VALUE, "man", members(1)),
                        new Group(Group.Kind.MISSING, "", members(3)));
        assertThat(Dimension.split(snapshot, "city", two))
                .containsExactly(new Group(Group.Kind.VALUE, "Bo", members(1, 3)));
        assertThat(Dimension.split(snapshot, "member", two))
                .containsExactly(
                        new Group(Group.Kind.VALUE, "true", members(3)),
                        new Group(Group.Kind.VALUE, "false", members()),
                        new Group(Group.Kind.MISSING, "", members(1)));
    }

    @Test
    void shouldShowDeclaredChoicesOfNobody() {
        Snapshot snapshot = new ReportShop().customer(Map.of("gender", "other")).snapshot();

        assertThat(Dimension.split(snapshot, "gender", everybody(1)))
                .as("a value that is declared no longer is none")
                .containsExactly(
                        new Group(Group.Kind.VALUE, "woman", members()),
                        new Group(Group.Kind.VALUE, "man", members()),
                        new Group(Group.Kind.MISSING, "", members(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "pay", "monetary", "born", "nothing"})
    void shouldRefuseWhatHasNoGroups(String id) {
        Snapshot snapshot = small().snapshot();

        assertThatThrownBy(() -> Dimension.split(snapshot, id, everybody(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Customers cannot be grouped by %s: it is no choice, text, flag or model of the vertical", id);
    }

    private static ReportShop small() {
        return new ReportShop()
                .customer(Map.of("gender", "woman", "city", "York", "member", true))
                .customer(Map.of("gender", "man", "city", "Bo"))
                .customer(Map.of("gender", "man", "member", false))
                .customer(Map.of("city", "Bo", "member", true));
    }

    private static BitSet everybody(int size) {
        BitSet all = new BitSet();
        all.set(0, size);
        return all;
    }

    private static BitSet members(int... customers) {
        BitSet members = new BitSet();
        for (int customer : customers) {
            members.set(customer);
        }
        return members;
    }
}
