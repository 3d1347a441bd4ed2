package org.clientele;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.clientele.customer.CustomerService;
import org.clientele.customer.CustomerSnapshot;
import org.clientele.customer.CustomerSnapshots;
import org.clientele.customer.OwnCustomers;
import org.clientele.loyalty.EarningFollowing;
import org.clientele.segment.ClusterStudies;
import org.clientele.segment.Recomputes;
import org.clientele.segment.Snapshots;
import org.clientele.segment.Studio;
import org.clientele.strategy.TaskMaking;
import org.jspecify.annotations.NullMarked;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The architecture as rules; each says why. A rule that finds nothing to judge fails: ArchUnit's default, left as it is. */
@AnalyzeClasses(packages = "org.clientele", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.clientele.";

    /** Opened by customers without signing in. */
    private static final String SURVEY_LINK = "org.clientele.survey.ui.AnswerView";

    /** The portal's own packages; engine, plugin API and front end are Maven modules, which hold their own rules. */
    private static final DescribedPredicate<JavaClass> SERVER = resideInAPackage("org.clientele..")
            .and(not(resideInAnyPackage(
                    "org.clientele.engine..", "org.clientele.plugins..", "org.clientele.frontend..")))
            .as("classes of the portal");

    /** Models are made by consultants, who see everybody; snapshots and recomputes are the portal's own work. */
    private static final DescribedPredicate<JavaClass> WITH_ALL_CUSTOMERS = belongToAnyOf(
            Studio.class,
            ClusterStudies.class,
            Snapshots.class,
            Recomputes.class,
            TaskMaking.class,
            EarningFollowing.class);

    @ArchTest
    static final ArchRule vaadinStaysInUi = noClasses()
            .that(SERVER)
            .and()
            .resideOutsideOfPackages("..ui..", "org.clientele.portal..")
            .and()
            .doNotBelongToAnyOf(Clientele.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because("services must serve screens, REST and jobs alike, and be tested without a browser session");

    @ArchTest
    static final ArchRule sqlStaysInPersistence = noClasses()
            .that(SERVER)
            .and()
            .resideOutsideOfPackages("..persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "org.hsqldb..", "org.postgresql..", "com.zaxxer..")
            .because("the differences of two databases are kept in one place, and SQL is tested on both");

    @ArchTest
    static final ArchRule pluginLoadingStaysInPlugin = noClasses()
            .that(SERVER)
            .and()
            .resideOutsideOfPackage("org.clientele.plugin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pf4j..")
            .because("a plugin that cannot be loaded, or that must be unloaded, is the plugin host's concern alone");

    @ArchTest
    static final ArchRule uiNeverTouchesPersistence = noClasses()
            .that()
            .resideInAPackage("..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..persistence..")
            .because("rights are checked and changes recorded in services; a view with a DAO would go past both");

    @ArchTest
    static final ArchRule rootsNeverUseUi = noClasses()
            .that(SERVER)
            .and()
            .resideOutsideOfPackages("..ui..", "org.clientele.portal..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.clientele..ui.."))
            .because("what a feature knows must not depend on how it is shown");

    @ArchTest
    static final ArchRule viewsKnowNoShell = noClasses()
            .that()
            .resideInAPackage("..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.clientele.portal")
            .because("the shell frames views by @Layout; a view that names it cannot be shown, or tested, without it");

    @ArchTest
    static final ArchRule persistenceIsTheFeaturesOwn = classes()
            .that(SERVER)
            .should(notUsePersistenceOfAnotherFeature())
            .because("a table has one owner; others ask its service, which checks rights and keeps the rules");

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().assignedFrom(features())
            .should()
            .beFreeOfCycles()
            .because("a feature must be understood, tested and replaced without those that build on it");

    @ArchTest
    static final ArchRule servicesOwnTransactions = noClasses()
            .that()
            .resideInAnyPackage("..ui..", "..persistence..")
            .and()
            .doNotHaveSimpleName("DatabaseConfiguration")
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould(dependOnClassesThat(DescribedPredicate.<JavaClass>describe(
                    "start transactions",
                    type -> type.isAssignableTo(TransactionTemplate.class)
                            || type.isAssignableTo(PlatformTransactionManager.class)
                            || type.isEquivalentTo(Transactional.class))))
            .because("what must stand or fall together is decided where the act is, with its rights and its audit");

    @ArchTest
    static final ArchRule everyRouteSaysWhoMayOpenIt = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAnnotatedWith(AnonymousAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(RolesAllowed.class)
            .because("a route without a word on access is denied to everybody, which is safe and surely a mistake");

    @ArchTest
    static final ArchRule onlyTheDoorIsOpen = classes()
            .that()
            .areAnnotatedWith(AnonymousAllowed.class)
            .and()
            .areAssignableTo(Component.class)
            .and()
            .doNotHaveFullyQualifiedName(SURVEY_LINK)
            .should()
            .resideInAnyPackage("org.clientele.access.ui", "org.clientele.portal")
            .because("nothing about customers is shown to somebody who has not signed in");

    @ArchTest
    static final ArchRule theLinkOfASurveyKnowsNoCustomers = noClasses()
            .that()
            .haveFullyQualifiedName(SURVEY_LINK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.clientele.customer..", "org.clientele.plugin..", "org.clientele.segment..")
            .because("whoever holds the link of a survey learns what it asks, and nothing about the customer");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that(SERVER)
            .should(resideInNullMarkedPackage())
            .because("NullAway checks null-marked packages only");

    @ArchTest
    static final ArchRule customersAreThoseTheUserSees = classes()
            .that(SERVER)
            .and(DescribedPredicate.<JavaClass>describe(
                    "take the snapshot of all customers", type -> calls(type, CustomerSnapshots.class, "get")))
            .and(not(WITH_ALL_CUSTOMERS))
            .should(leaveOutCustomersOfOthers())
            .because("who looks after some customers only must not see, or count, those of others");

    private static ArchCondition<JavaClass> leaveOutCustomersOfOthers() {
        return new ArchCondition<>(
                "ask for what the user sees: seenBy, OwnCustomers, or the customer by CustomerService") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean asked = calls(type, CustomerSnapshot.class, "seenBy")
                        || calls(type, OwnCustomers.class, "among")
                        || calls(type, CustomerService.class, "find");
                events.add(new SimpleConditionEvent(type, asked, type.getName() + " takes all customers as they are"));
            }
        };
    }

    private static boolean calls(JavaClass type, Class<?> owner, String method) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isAssignableTo(owner)
                        && call.getTarget().getName().equals(method));
    }

    private static ArchCondition<JavaClass> notUsePersistenceOfAnotherFeature() {
        return new ArchCondition<>("use no persistence but their own feature's") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForeignPersistence(type, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static boolean isForeignPersistence(JavaClass from, JavaClass to) {
        return to.getPackageName().startsWith(ROOT)
                && to.getPackageName().contains(".persistence")
                && !feature(to).equals(feature(from))
                && !feature(to).equals(Optional.of("common"));
    }

    private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
        return new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, "%s has no @NullMarked package-info.java".formatted(type.getPackageName())));
                }
            }
        };
    }

    /** A feature is its root and its persistence: views may show what other features know. */
    private static SliceAssignment features() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                boolean judged = SERVER.test(type) && !type.getPackageName().contains(".ui");
                return judged
                        ? feature(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore)
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "features without their views";
            }
        };
    }

    private static Optional<String> feature(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        String rest = name.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
    }
}
