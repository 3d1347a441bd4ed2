package org.clientele.access;

import java.io.PrintStream;
import org.clientele.access.persistence.UserDao;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * While nobody can sign in, every start prints a one-time link on the console. On the console only: a log may be shipped to
 * people who must not become administrator.
 */
@Component
class FirstStart {
    private final UserDao users;
    private final OneTimeLinks links;
    private final Environment environment;
    private final PrintStream console;

    @Autowired
    FirstStart(UserDao users, OneTimeLinks links, Environment environment) {
        this(users, links, environment, System.out);
    }

    FirstStart(UserDao users, OneTimeLinks links, Environment environment, PrintStream console) {
        this.users = users;
        this.links = links;
        this.environment = environment;
        this.console = console;
    }

    @EventListener(ApplicationReadyEvent.class)
    void invite() {
        if (users.isAnybodyThere()) {
            return;
        }
        console.printf(
                "%n  Clientele has no users yet. Make the first administrator within 24 hours:%n%n"
                        + "      http://localhost:%s/setup/%s%n%n"
                        + "  The link works once. Start again for a new one.%n%n",
                environment.getProperty("local.server.port", "8080"), links.issueSetup());
        console.flush();
    }
}
