package org.clientele.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.clientele.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNothingOfThePortal = classes()
            .that()
            .resideInAPackage("org.clientele.engine..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.time..",
                    "java.util..",
                    "org.clientele.engine..",
                    "org.clientele.plugins.api..",
                    "org.clientele.plugins.definition..",
                    "dev.cel..",
                    "org.jspecify..")
            .because("the same engine runs in the portal, in benchmarks and on a cluster, without database or screen");

    @ArchTest
    static final ArchRule onlyConditionsReadTheTree = noClasses()
            .that()
            .resideOutsideOfPackage("org.clientele.engine.condition..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cel..")
            .because("the expression language may change without touching metrics and models");

    @ArchTest
    static final ArchRule packagesBuildOnEachOther = slices().matching("org.clientele.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .because("numeric, column, condition, metric, model, figure and query each build on those before");
}
