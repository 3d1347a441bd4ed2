package org.clientele.workflow.ui;

import java.time.LocalDate;
import java.util.Map;
import org.clientele.access.Colleagues;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.Value;
import org.clientele.segment.ShopPortal;
import org.clientele.workflow.RunningWorkflows;
import org.clientele.workflow.StepNote;
import org.clientele.workflow.WorkflowRun;
import org.clientele.workflow.Workflows;
import org.clientele.workflow.persistence.RunningDao;
import org.clientele.workflow.persistence.WorkflowDao;

/** The workflows of a small power company without a server; user 1 is a manager called Wang Qiang. Today is 1 March 2026. */
final class WorkflowPortal implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    final ShopPortal shop = ShopPortal.power(TestDatabase.Kind.HSQLDB);
    final Workflows workflows = new Workflows(
            new WorkflowDao(shop.database.jdbi()),
            shop.verticals,
            shop.customers,
            new CustomerLists(shop.snapshots, shop.rights, shop.audit),
            shop.own,
            shop.rights,
            shop.audit,
            shop.announcements,
            shop.clock);
    final RunningWorkflows running =
            new RunningWorkflows(new RunningDao(shop.database.jdbi()), shop.verticals, shop.rights);
    final Colleagues colleagues = new Colleagues(new UserDao(shop.database.jdbi()), shop.rights);
    final Customer customer;

    WorkflowPortal() {
        shop.database.jdbi().useHandle(h -> h.execute("""
                INSERT INTO app_user (id, login, display_name, active, created_at)
                VALUES (1, 'wang', 'Wang Qiang', TRUE, CURRENT_TIMESTAMP)
                """));
        become(Role.MANAGER);
        customer = shop.customer("1", "North Store", Map.of("demand", new Value.Text("vital")));
        shop.snapshots.reload("shop");
    }

    void become(Role role) {
        shop.rights.become(TestRights.user(1, new Grant(role, Grant.EVERYWHERE)));
    }

    WorkflowRun start() {
        return workflows.start("shop", customer.id(), "grading", new StepNote(TODAY.minusDays(9), "", ""));
    }

    WorkflowRun record(WorkflowRun run, String document) {
        return workflows.record("shop", run, new StepNote(TODAY.minusDays(2), document, ""));
    }

    @Override
    public void close() throws Exception {
        shop.close();
    }
}
