package org.separatrix.viz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Drawing knows no window, and the window's thread knows no drawing. */
class BoundariesTest {
    private static final String DRAWING = "org.separatrix.viz";
    private static final String SCREEN = "org.separatrix.viz.screen";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(DRAWING);

    private static void check(ArchRule rule) {
        assertThat(CLASSES).hasSizeGreaterThan(50);
        rule.check(CLASSES);
    }

    @Test
    void noPictureKnowsALaboratory() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.separatrix.labs..", "org.separatrix.io"));
    }

    @Test
    void drawingDoesNotKnowTheWindow() {
        check(noClasses()
                .that()
                .resideInAPackage(DRAWING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", SCREEN));
    }

    @Test
    void inTheWindowOnlyTheEaselDraws() {
        check(noClasses()
                .that()
                .resideInAPackage(SCREEN)
                .and()
                .haveNameNotMatching(SCREEN.replace(".", "\\.") + "\\.Easel(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "org.jfree.."));
    }
}
