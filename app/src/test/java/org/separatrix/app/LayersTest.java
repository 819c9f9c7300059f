package org.separatrix.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plan of the house as a table: each package, and the packages that it may use. */
class LayersTest {
    private static final String ROOT = "org.separatrix.";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages("org.separatrix");

    private enum Layer {
        LAB("lab"),
        COMPUTE("compute", "lab"),
        LABS("labs..", "lab", "compute"),
        RUN("run", "lab"),
        IO("io", "lab", "run"),
        VIZ("viz", "lab", "run"),
        SCREEN("viz.screen", "viz"),
        CLI("app.cli", "lab", "compute", "run", "io", "viz"),
        APP("app", "app.cli");

        private final String name;
        private final Set<String> uses;

        Layer(String name, String... uses) {
            this.name = name;
            this.uses = Set.of(uses);
        }

        private String[] allowed() {
            return Stream.concat(Stream.of(name), uses.stream())
                    .map(ROOT::concat)
                    .toArray(String[]::new);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPackageUsesOnlyThoseInTheTable(Layer layer) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + layer.name)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".").and(not(resideInAnyPackage(layer.allowed()))))
                .check(PROGRAM);
    }

    @Test
    void everyClassStandsInTheTable() {
        String[] known =
                Stream.of(Layer.values()).map(layer -> ROOT + layer.name).toArray(String[]::new);

        assertThat(PROGRAM).hasSizeGreaterThan(150);
        assertThat(PROGRAM.that(not(resideInAnyPackage(known)))).isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void aLaboratoryDoesNotKnowAnother() {
        slices().matching(ROOT + "labs.(*)..").should().notDependOnEachOther().check(PROGRAM);
    }

    @Test
    void simulationsKnowNoScreen() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "lab", ROOT + "labs..", ROOT + "compute", ROOT + "run", ROOT + "io")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .check(PROGRAM);
    }

    @Test
    void onlyComputeKnowsTheVectorModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "compute")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .check(PROGRAM);
    }

    @Test
    void onlyTheScreenKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "viz.screen", ROOT + "app.window")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .check(PROGRAM);
    }
}
