package org.separatrix;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The layers of this module as a table: each package and the packages of the project that it may use. */
class ArchitectureTest {
    private static final String ROOT = "org.separatrix.";
    private static final String ANY_LABORATORY = "labs.*";

    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "lab",
            Set.of(),
            "compute",
            Set.of("lab"),
            "run",
            Set.of("lab"),
            "io",
            Set.of("lab", "run"),
            ANY_LABORATORY,
            Set.of("lab", "compute"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.separatrix");

    /** The row of the table that a class stands in: its package, or its laboratory. */
    private static String layer(JavaClass type) {
        String[] path = type.getPackageName().substring(ROOT.length()).split("\\.");
        return path[0].equals("labs") ? path[0] + "." + path[1] : path[0];
    }

    private static Set<String> permitted(String layer) {
        return MAY_USE.get(layer.startsWith("labs.") ? ANY_LABORATORY : layer);
    }

    private static Map<String, Set<String>> used() {
        var used = new TreeMap<String, Set<String>>();
        for (JavaClass type : CLASSES) {
            Set<String> targets = used.computeIfAbsent(layer(type), _ -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .map(ArchitectureTest::layer)
                    .filter(target -> !target.equals(layer(type)))
                    .forEach(targets::add);
        }
        return used;
    }

    @Test
    void enoughClassesWereSeenForTheOtherRulesToMeanSomething() {
        assertThat(CLASSES).hasSizeGreaterThan(150);
        assertThat(used().keySet()).contains("lab", "compute", "run", "io", "labs.deeplinear");
    }

    @TestFactory
    Stream<DynamicTest> eachPackageUsesWhatTheTableGrants() {
        return used().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    assertThat(permitted(row.getKey()))
                            .as("a row for " + row.getKey())
                            .isNotNull();
                    assertThat(permitted(row.getKey())).containsAll(row.getValue());
                }));
    }

    @Test
    void theTableGrantsNothingThatNobodyUses() {
        Map<String, Set<String>> byRow = used().entrySet().stream()
                .collect(Collectors.toMap(
                        row -> row.getKey().startsWith("labs.") ? ANY_LABORATORY : row.getKey(),
                        Map.Entry::getValue,
                        (one, two) -> Stream.of(one, two).flatMap(Set::stream).collect(Collectors.toSet())));
        assertThat(byRow).isEqualTo(MAY_USE);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching("org.separatrix.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingHereKnowsOfAScreen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "org.jfree..")
                .check(CLASSES);
    }

    @Test
    void onlyComputeKnowsOfVectorsAndOfNativeLibraries() {
        classes()
                .that()
                .resideOutsideOfPackage("org.separatrix.compute..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("jdk.incubator.vector..", "org.bytedeco..", "org.lwjgl..", "org.nd4j..")
                .check(CLASSES);
    }

    @Test
    void onlyFilesTouchFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.separatrix.io..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.File.*|java\\.nio\\.file\\.Files")
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsNorLogs() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void noClassIsNamedAfterNothing() {
        List<String> vague = CLASSES.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.matches(".*(Utils?|Manager|Helper|Impl)"))
                .toList();
        assertThat(vague).isEmpty();
    }
}
