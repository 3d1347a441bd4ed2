package org.clientele.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.CaseLists;
import org.clientele.cases.ServiceCase;
import org.clientele.cases.ui.CasesNavigation;
import org.clientele.common.ui.Translations;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerSearch;
import org.clientele.frontend.Icon;
import org.clientele.loyalty.Programmes;
import org.clientele.notification.ui.NotificationNavigation;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.VerticalDefinition;
import org.springframework.stereotype.Component;

/** What a typed text may mean: a page, an act, a customer, a case by its number, its subject or its customer; only what the person may see. */
@Component
class SearchTargets {
    private static final int MOST_CUSTOMERS = 8;
    private static final int MOST_CASES = 5;

    private final CustomerSearch customers;
    private final CaseLists cases;
    private final Verticals verticals;
    private final Rights rights;
    private final Translations translations;

    SearchTargets(
            CustomerSearch customers, CaseLists cases, Verticals verticals, Rights rights, Translations translations) {
        this.customers = customers;
        this.cases = cases;
        this.verticals = verticals;
        this.rights = rights;
        this.translations = translations;
    }

    List<SearchTarget> find(String verticalKey, String text, Locale locale) {
        String wanted = text.strip().toLowerCase(locale);
        List<SearchTarget> found = new ArrayList<>();
        verticals
                .find(verticalKey)
                .filter(v -> rights.may(Permission.VIEW_PORTAL, v.key()))
                .ifPresent(vertical -> {
                    List<CustomerHit> hits = customers.find(verticalKey, text, CaseLists.TYPED);
                    hits.stream().limit(MOST_CUSTOMERS).forEach(hit -> found.add(customer(vertical, hit, locale)));
                    cases.matching(verticalKey, text, hits, MOST_CASES)
                            .forEach(one -> found.add(target(verticalKey, one)));
                    found.addAll(0, matching(acts(vertical, locale), wanted, locale));
                    found.addAll(0, matching(pages(vertical, locale), wanted, locale));
                });
        found.addAll(matching(system(locale), wanted, locale));
        return found;
    }

    private static List<SearchTarget> matching(Stream<SearchTarget> targets, String wanted, Locale locale) {
        return targets.filter(t -> t.label().toLowerCase(locale).contains(wanted))
                .toList();
    }

    private SearchTarget customer(Vertical vertical, CustomerHit hit, Locale locale) {
        String detail = hit.title().equals(hit.ref()) ? text(locale, "portal.search.customer") : hit.ref();
        return new SearchTarget(Icon.USER, hit.title(), detail, "v/" + vertical.key() + "/customers/" + hit.id());
    }

    private static SearchTarget target(String verticalKey, ServiceCase one) {
        return new SearchTarget(
                Icon.LIFE_BUOY,
                one.label() + " · " + one.data().subject(),
                one.customer(),
                CasesNavigation.to(verticalKey, one));
    }

    private Stream<SearchTarget> pages(Vertical vertical, Locale locale) {
        String root = "v/" + vertical.key() + "/";
        String name = vertical.name(locale);
        VerticalDefinition definition = vertical.definition();
        Stream.Builder<SearchTarget> pages = Stream.builder();
        pages.add(page(locale, Icon.LAYOUT_DASHBOARD, "portal.nav.overview", name, root + "overview"));
        pages.add(page(locale, Icon.USERS, "portal.nav.customers", name, root + "customers"));
        pages.add(page(locale, Icon.SHAPES, "portal.nav.segments", name, root + "segments"));
        if (rights.may(Permission.ANALYSE_SEGMENTS, vertical.key())) {
            pages.add(page(locale, Icon.ROUTE, "segment.pages.movement", name, root + "segments/movement"));
            pages.add(page(locale, Icon.TARGET, "portal.nav.market", name, root + "market"));
            pages.add(page(locale, Icon.SHAPES, "analysis.compare.title", name, root + "segments/compare"));
        }
        if (!definition.checks().isEmpty()) {
            pages.add(page(locale, Icon.SHIELD_CHECK, "portal.nav.checks", name, root + "checks"));
        }
        pages.add(page(locale, Icon.ROUTE, "portal.nav.strategies", name, root + "strategies"));
        pages.add(page(locale, Icon.TRENDING_DOWN, "portal.nav.churn", name, root + "churn"));
        if (Programmes.isOffered(definition)) {
            pages.add(page(locale, Icon.GIFT, "portal.nav.loyalty", name, root + "loyalty"));
        }
        pages.add(page(locale, Icon.GRADUATION_CAP, "knowledge.title", name, root + "knowledge"));
        if (!definition.guides().isEmpty()) {
            pages.add(page(locale, Icon.BOOK_OPEN, "portal.nav.guides", name, root + "guides"));
        }
        if (!definition.workflows().isEmpty()) {
            pages.add(page(locale, Icon.WORKFLOW, "portal.nav.workflows", name, root + "workflows"));
        }
        pages.add(page(locale, Icon.LIST_CHECKS, "portal.nav.worklist", name, root + "worklist"));
        pages.add(page(locale, Icon.LIFE_BUOY, "portal.nav.cases", name, root + "cases"));
        pages.add(page(locale, Icon.BUILDING_2, "portal.nav.stakeholders", name, root + "stakeholders"));
        pages.add(page(locale, Icon.SMILE, "portal.nav.surveys", name, root + "surveys"));
        if (!definition.reports().isEmpty() && rights.may(Permission.SEE_REPORTS, vertical.key())) {
            pages.add(page(locale, Icon.FILE_CHART_COLUMN, "portal.nav.reports", name, root + "reports"));
        }
        if (rights.may(Permission.IMPORT_DATA, vertical.key())) {
            pages.add(page(locale, Icon.UPLOAD, "portal.search.import", name, root + "data/import"));
            pages.add(page(locale, Icon.DATABASE, "portal.nav.data", name, root + "data"));
        }
        return pages.build();
    }

    private Stream<SearchTarget> acts(Vertical vertical, Locale locale) {
        String key = vertical.key();
        String root = "v/" + key + "/";
        Stream.Builder<SearchTarget> acts = Stream.builder();
        if (rights.may(Permission.LOG_INTERACTION, key)) {
            acts.add(act(locale, Icon.NOTEBOOK_PEN, "portal.shell.log", "", SearchTarget.Act.LOG_CONTACT));
            acts.add(begin(locale, "cases.new", root + "cases"));
        }
        if (rights.may(Permission.EDIT_CUSTOMER, key)) {
            acts.add(begin(locale, "customer.new.open", root + "customers"));
        }
        if (rights.may(Permission.MANAGE_STRATEGIES, key)) {
            acts.add(begin(locale, "stakeholder.new", root + "stakeholders"));
            acts.add(begin(locale, "knowledge.new", root + "knowledge"));
        }
        if (rights.may(Permission.EDIT_STRATEGIES, key)) {
            acts.add(begin(locale, "survey.new", root + "surveys"));
        }
        return acts.build();
    }

    private SearchTarget begin(Locale locale, String key, String path) {
        return act(locale, Icon.PLUS, key, path, SearchTarget.Act.BEGIN_NEW);
    }

    private SearchTarget act(Locale locale, Icon icon, String key, String path, SearchTarget.Act act) {
        return new SearchTarget(icon, text(locale, key), text(locale, "portal.search.act"), path, act);
    }

    private Stream<SearchTarget> system(Locale locale) {
        Stream.Builder<SearchTarget> pages = Stream.builder();
        String name = text(locale, "portal.nav.system");
        if (rights.user().mayAnywhere(Permission.MANAGE_PLUGINS)) {
            pages.add(page(locale, Icon.PUZZLE, "portal.nav.plugins", name, "plugins"));
        }
        if (rights.may(Permission.MANAGE_TRUST, Grant.EVERYWHERE)) {
            pages.add(page(locale, Icon.SHIELD_CHECK, "plugin.trust.title", name, "plugins/signers"));
        }
        if (rights.user().mayAnywhere(Permission.MANAGE_USERS)) {
            pages.add(page(locale, Icon.SHIELD, "portal.nav.users", name, "admin/users"));
        }
        if (rights.may(Permission.MANAGE_USERS, Grant.EVERYWHERE)) {
            pages.add(page(locale, Icon.MAIL, "notification.mail.title", name, NotificationNavigation.MAIL));
        }
        pages.add(page(locale, Icon.USER, "portal.shell.account", name, "account"));
        pages.add(page(locale, Icon.BELL, "notification.settings.title", name, NotificationNavigation.SETTINGS));
        return pages.build();
    }

    private SearchTarget page(Locale locale, Icon icon, String key, String detail, String path) {
        return new SearchTarget(icon, text(locale, key), detail, path);
    }

    private String text(Locale locale, String key) {
        return translations.getTranslation(key, locale);
    }
}
