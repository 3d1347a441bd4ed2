package org.clientele.interaction.ui;

import java.util.List;
import java.util.Objects;
import org.clientele.access.Colleagues;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Jobs;
import org.clientele.segment.ShopPortal;
import org.clientele.worklist.WorkSource;
import org.clientele.worklist.Worklist;
import org.clientele.worklist.persistence.WorkNoteDao;

/** What helps to write contacts down in a shop. */
public final class TestAids {
    private TestAids() {}

    public static ContactAids of(ShopPortal shop, List<WorkSource> work, List<ContactTemplates> templates) {
        Worklist worklist = new Worklist(
                work,
                new WorkNoteDao(shop.database.jdbi()),
                new Colleagues(new UserDao(shop.database.jdbi()), shop.rights),
                shop.rights,
                new Jobs(shop.clock),
                Objects.requireNonNull(shop.database.transactions().getTransactionManager()),
                shop.clock);
        return new ContactAids(worklist, templates, shop.verticals);
    }
}
