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

/** The layers above the simulations as a table: each package, and the packages of the project that it may use. */
class LayersTest {
    private static final String ROOT = "org.separatrix.";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages("org.separatrix.viz", "org.separatrix.app");

    private enum Layer {
        VIZ("viz", "lab", "run"),
        SCREEN("viz.screen", "lab", "viz"),
        CLI("app.cli", "lab", "compute", "run", "io", "viz"),
        WINDOW("app.window", "lab", "compute", "run", "io", "viz", "viz.screen"),
        APP("app", "app.cli", "app.window");

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

        assertThat(PROGRAM).hasSizeGreaterThan(80);
        assertThat(PROGRAM.that(not(resideInAnyPackage(known)))).isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void vectorsAndNativeLibrariesAreLeftToTheSimulations() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jdk.incubator.vector..", "org.bytedeco..", "org.nd4j..")
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
