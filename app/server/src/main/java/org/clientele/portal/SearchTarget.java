package org.clientele.portal;

import org.clientele.frontend.Icon;

/**
 * Something the search leads to.
 *
 * @param path route to navigate to; empty: to nowhere
 * @param act what is done there
 */
record SearchTarget(Icon icon, String label, String detail, String path, Act act) {
    enum Act {
        SHOW,
        BEGIN_NEW,
        LOG_CONTACT
    }

    SearchTarget(Icon icon, String label, String detail, String path) {
        this(icon, label, detail, path, Act.SHOW);
    }
}
