package org.clientele.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.customer.persistence.SavedViewDao;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The personal views of the signed-in user; of those of others no more than what they look at. */
@Service
public class SavedViews {
    public static final int NAME_LENGTH = 100;
    public static final int QUERY_LENGTH = 2_000;

    private final SavedViewDao views;
    private final Rights rights;
    private final Clock clock;

    public SavedViews(SavedViewDao views, Rights rights, Clock clock) {
        this.clock = clock;
        this.views = views;
        this.rights = rights;
    }

    /** Those of the customer list, by name. */
    public List<SavedView> all(Vertical vertical) {
        return all(vertical, ViewPage.CUSTOMERS);
    }

    /** Those of a list, by name. */
    public List<SavedView> all(Vertical vertical, ViewPage page) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return views.all(rights.user().id(), vertical.id(), page);
    }

    /** What others who are active keep, for those whose changes of segments would empty it. */
    public List<OthersView> ofOthers(Vertical vertical) {
        rights.require(Permission.MANAGE_SEGMENTS, vertical.key());
        return views.ofOthers(rights.user().id(), vertical.id());
    }

    /** Keeps the customer list's query under the name; a view of that name is replaced. */
    @Transactional
    public void save(Vertical vertical, String name, String query) {
        save(vertical, ViewPage.CUSTOMERS, name, query);
    }

    /** Keeps the query under the name; a view of that name and list is replaced. */
    @Transactional
    public void save(Vertical vertical, ViewPage page, String name, String query) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        checkName(name);
        if (query.length() > QUERY_LENGTH) {
            throw new Problem("customer.problem.viewTooLong");
        }
        views.save(rights.user().id(), vertical.id(), page, name.strip(), query);
    }

    /** Fails when another view has the name. */
    @Transactional
    public void rename(Vertical vertical, ViewPage page, long id, String name) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        checkName(name);
        boolean taken = all(vertical, page).stream()
                .anyMatch(view -> view.id() != id && view.name().equals(name.strip()));
        if (taken) {
            throw new Problem("customer.problem.viewTaken", name.strip());
        }
        views.rename(rights.user().id(), id, name.strip());
    }

    /** Notes that the view was opened today, so that people see which ones are of use. */
    @Transactional
    public void opened(Vertical vertical, SavedView view) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(view.usedOn())) {
            views.used(rights.user().id(), view.id(), today);
        }
    }

    @Transactional
    public void delete(Vertical vertical, long id) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        views.delete(rights.user().id(), id);
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.strip().length() > NAME_LENGTH) {
            throw new Problem("customer.problem.viewName", NAME_LENGTH);
        }
    }
}
