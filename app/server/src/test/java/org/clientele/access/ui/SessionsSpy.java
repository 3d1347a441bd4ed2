package org.clientele.access.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.access.SignIn.Result.Welcome;

/** Remembers who was signed in instead of changing an HTTP session, which tests without a server do not have. */
final class SessionsSpy extends Sessions {
    final List<Welcome> started = new ArrayList<>();
    final List<Welcome> renewed = new ArrayList<>();

    @Override
    void start(Welcome welcome) {
        started.add(welcome);
    }

    @Override
    void renew(Welcome welcome) {
        renewed.add(welcome);
    }
}
