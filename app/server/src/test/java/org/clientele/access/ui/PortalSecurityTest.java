package org.clientele.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.access.Grant;
import org.clientele.access.Joining;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.User;
import org.clientele.access.Users;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.TemporaryFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Asks the running portal over HTTP, as a browser or an attacker does. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalSecurityTest {
    private static final String PASSWORD = "a good long password";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final Environment environment;
    private final Users users;
    private final Joining joining;
    private final UserDao userDao;
    private final Rights rights;

    @Autowired
    PortalSecurityTest(Environment environment, Users users, Joining joining, UserDao userDao, Rights rights) {
        this.environment = environment;
        this.users = users;
        this.joining = joining;
        this.userDao = userDao;
        this.rights = rights;
    }

    @DynamicPropertySource
    static void useOwnData(DynamicPropertyRegistry properties) {
        // JUnit's own temporary folder comes after Spring has started.
        Path data = TemporaryFiles.folder("clientele-security");
        properties.add("clientele.data", data::toString);
    }

    @BeforeAll
    void makeUsers() {
        asAdministrator(() -> {
            join("zhou.yan", new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE));
            join("wang.fang", new Grant(Role.STAFF, "retail"));
        });
    }

    @Test
    void shouldLeadFromEveryRouteToTheLogin() throws Exception {
        List<String> paths = routes();

        assertThat(paths).contains("admin/users", "account");
        for (String path : paths) {
            HttpResponse<String> response = new Browser().get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(302);
            assertThat(response.headers().firstValue("Location").orElseThrow())
                    .as(path)
                    .endsWith("/login");
        }
    }

    @Test
    void shouldOpenTheLinkOfASurveyToEverybodyAndNothingBesideIt() throws Exception {
        assertThat(new Browser().get("s/a-token").statusCode()).isEqualTo(200);
        for (String path : List.of("s", "s/a-token/more", "v/retail/surveys", "v/retail/surveys/1")) {
            assertThat(location(new Browser().get(path))).as(path).isEqualTo("/login");
        }
        assertThat(new Browser().post("s/a-token", "").statusCode()).isNotEqualTo(200);
    }

    @Test
    void shouldSendTheSecurityHeaders() throws Exception {
        for (String path : List.of("login", "account", "clientele.css")) {
            HttpResponse<String> response = new Browser().get(path);
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .contains(SecurityConfiguration.CONTENT_SECURITY_POLICY);
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).contains("same-origin");
        }
    }

    @Test
    void shouldOpenThePageThatWasWantedAfterSigningIn() throws Exception {
        Browser browser = new Browser();
        browser.get("account");

        HttpResponse<String> answer = browser.signIn("zhou.yan", PASSWORD);

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/account");
        assertThat(browser.get("account").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldOpenThePortalAtAnAddressThatLeadsNowhereOnceSignedIn() throws Exception {
        for (String path : List.of("nowhere", "v/retail/nowhere", "admin/nowhere/at/all")) {
            Browser browser = new Browser();
            HttpResponse<String> stranger = browser.get(path);
            assertThat(stranger.statusCode()).as(path).isEqualTo(302);
            assertThat(location(stranger)).as(path).isEqualTo("/login");

            assertThat(location(browser.signIn("zhou.yan", PASSWORD))).isEqualTo("/" + path);
            HttpResponse<String> answer = browser.get(path);

            // The view is chosen by the browser's first request to the portal: NotFoundPage, as the journey proves.
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("window.Vaadin");
        }
    }

    @Test
    void shouldRefuseWhatIsNeitherAViewNorAskedForAsAPage() throws Exception {
        Browser browser = new Browser();
        browser.signIn("zhou.yan", PASSWORD);

        assertThat(browser.post("nowhere", "").statusCode()).isEqualTo(403);
        assertThat(browser.getAs("application/json", "nowhere").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldAnswerAlikeToAnUnknownLoginAndAWrongPassword() throws Exception {
        String wrong = location(new Browser().signIn("zhou.yan", "not this one"));
        String unknown = location(new Browser().signIn("nobody", "not this one"));

        assertThat(wrong).isEqualTo(unknown).endsWith("/login?error");
    }

    @Test
    void shouldRefuseASignInThatAnotherSiteSends() throws Exception {
        Browser browser = new Browser();
        HttpRequest request = browser.form("login", "username=zhou.yan&password=" + PASSWORD.replace(' ', '+'))
                .header("Sec-Fetch-Site", "cross-site")
                .build();

        assertThat(browser.client
                        .send(request, BodyHandlers.ofString())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotEndWith("/");
        assertThat(browser.get("account").statusCode()).isEqualTo(302);
    }

    @Test
    void shouldEndTheSessionOfWhoeverIsDeactivated() throws Exception {
        Browser browser = new Browser();
        browser.signIn("wang.fang", PASSWORD);
        assertThat(browser.get("account").statusCode()).isEqualTo(200);

        User staff = userDao.byLogin("wang.fang").orElseThrow().user();
        asAdministrator(() -> users.deactivate(staff));

        assertThat(browser.get("account").statusCode()).isEqualTo(302);
    }

    @Test
    void shouldSayThatTheSessionHasEndedAlsoWhenTheOpenPagesSocketAnswersFirst() throws Exception {
        Browser browser = new Browser();
        browser.signIn("zhou.yan", PASSWORD);
        browser.keepACookieThatNobodyKnows();
        assertThat(location(browser.get("account"))).isEqualTo("/login?expired");

        browser.signIn("zhou.yan", PASSWORD);
        browser.keepACookieThatNobodyKnows();
        browser.closeSocket();

        assertThat(location(browser.get("account"))).isEqualTo("/login?expired");
        browser.signIn("zhou.yan", PASSWORD);
        assertThat(browser.get("account").statusCode()).isEqualTo(200);
    }

    private static List<String> routes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(AnonymousAllowed.class));
        return scanner.findCandidateComponents("org.clientele").stream()
                .map(found -> load(String.valueOf(found.getBeanClassName())))
                .map(view -> view.getAnnotation(Route.class).value().replaceAll(":\\w+[?*]?", "retail"))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(name + " was found a moment ago", impossible);
        }
    }

    private void join(String login, Grant grant) {
        joining.join(users.create(login, "User " + login, Set.of(grant)), PASSWORD);
    }

    private void asAdministrator(Runnable work) {
        rights.actingAs(TestRights.user(0, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)), work);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replaceAll("^http://[^/]+", "");
    }

    private final class Browser {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return getAs("text/html", path);
        }

        HttpResponse<String> getAs(String type, String path) throws IOException, InterruptedException {
            return client.send(request(path).setHeader("Accept", type).build(), BodyHandlers.ofString());
        }

        HttpRequest.Builder form(String path, String form) {
            return request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }

        HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
            return client.send(form(path, form).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> signIn(String login, String password) throws IOException, InterruptedException {
            Matcher token = CSRF.matcher(get("login").body());
            assertThat(token.find()).isTrue();
            return post(
                    "login",
                    "username=%s&password=%s&_csrf=%s".formatted(login, encode(password), encode(token.group(1))));
        }

        /** What a restart of the portal leaves in a browser: a cookie that nobody knows any more. */
        void keepACookieThatNobodyKnows() {
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                    .forEach(cookie -> cookie.setValue("of-a-session-that-is-no-more"));
        }

        /** An open page that meets a new portal by its socket closes that before it is loaded again. */
        void closeSocket() throws IOException, InterruptedException {
            post("VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=close&X-Atmosphere-tracking-id=1", "");
        }

        private HttpRequest.Builder request(String path) {
            String port = environment.getRequiredProperty("local.server.port");
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path))
                    .header("Accept", "text/html");
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
