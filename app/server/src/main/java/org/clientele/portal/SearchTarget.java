package org.clientele.portal;

import org.clientele.frontend.Icon;

/**
 * Something the search leads to.
 *
 * @param path route to navigate to; empty: to nowhere
 */
record SearchTarget(Icon icon, String label, String detail, String path) {}
