package org.clientele.journey;

import com.microsoft.playwright.assertions.LocatorAssertions;

/** Waiting for what takes the portal longer than a click: reading, checking and importing a whole file. */
final class Patient {
    static final int MILLISECONDS = 120_000;

    static final LocatorAssertions.IsVisibleOptions VISIBLE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(MILLISECONDS);
    static final LocatorAssertions.ContainsTextOptions CONTAINS =
            new LocatorAssertions.ContainsTextOptions().setTimeout(MILLISECONDS);

    private Patient() {}
}
