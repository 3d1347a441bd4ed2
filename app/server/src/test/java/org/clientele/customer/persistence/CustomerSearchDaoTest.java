package org.clientele.customer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerHit;
import org.clientele.plugin.VerticalFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CustomerSearchDaoTest {
    private final TestDatabase database;
    private final CustomerSearchDao dao;
    private final int vertical;

    CustomerSearchDaoTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        dao = new CustomerSearchDao(database.jdbi());
        vertical = VerticalFixture.shop(database).id();
    }

    @BeforeEach
    void addCustomers() {
        add("00417", "Chen Meiling");
        add("417", null);
        add("9417", "陈美玲");
        add("A_1", "100% Cotton");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldPutTheWholeNumberFirst() {
        assertThat(refs("417")).containsExactly("417", "00417", "9417");
    }

    @Test
    void shouldFindNamesByAnyFragmentWhateverTheCase() {
        assertThat(refs("MEI")).containsExactly("00417");
        assertThat(refs("美玲")).containsExactly("9417");
    }

    @Test
    void shouldTakeWildcardsAsPlainText() {
        assertThat(refs("%")).containsExactly("A_1");
        assertThat(refs("_")).containsExactly("A_1");
        assertThat(refs("!")).isEmpty();
    }

    @Test
    void shouldKeepToTheLimitAndTheVertical() {
        assertThat(dao.search(vertical, "4", 2)).hasSize(2);
        assertThat(dao.search(vertical + 1, "4", 2)).isEmpty();
    }

    private List<String> refs(String fragment) {
        return dao.search(vertical, fragment, 10).stream().map(CustomerHit::ref).toList();
    }

    private void add(String ref, @Nullable String name) {
        database.jdbi().useHandle(h -> h.createUpdate("""
                        INSERT INTO customer (vertical_id, ref, name, created_at)
                        VALUES (:vertical, :ref, :name, CURRENT_TIMESTAMP)
                        """)
                .bind("vertical", vertical)
                .bind("ref", ref)
                .bind("name", name)
                .execute());
    }
}
