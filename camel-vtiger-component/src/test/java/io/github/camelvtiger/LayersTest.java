package io.github.camelvtiger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The path of data goes down only: Camel, operations, the machine, the wire; the vocabulary lies below all of them. */
@TestInstance(Lifecycle.PER_CLASS)
class LayersTest {

    private static final String ROOT = "io.github.camelvtiger";

    private static final ImportOption NOT_THE_SIMULATOR = location -> !location.contains("/simulator/");

    private final JavaClasses classes =
            new ClassFileImporter(List.of(new DoNotIncludeTests(), NOT_THE_SIMULATOR)).importPackages(ROOT);

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void theVocabularyDependsOnNothing() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".client..", ROOT + ".async..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT,
                        ROOT + ".crm..",
                        ROOT + ".http..",
                        ROOT + ".protocol..",
                        ROOT + ".session..",
                        ROOT + ".vtql..",
                        ROOT + ".names..",
                        ROOT + ".values..")
                .check(classes);
    }

    /** Stages, reader, memory, clock: each uses those below it only. */
    @Test
    void theReadingOfAFeedGoesOneWay() {
        List<String> downwards =
                List.of("ChangeFeed", "Passes", "ReadingOrder", "FeedReader", "FeedMemory", "CrmClock");
        for (int lower = 1; lower < downwards.size(); lower++) {
            for (String upper : downwards.subList(0, lower)) {
                noClasses()
                        .that()
                        .haveFullyQualifiedName(ROOT + ".changes." + downwards.get(lower))
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(ROOT + ".changes." + upper)
                        .check(classes);
            }
        }
    }

    @Test
    void everythingBelowTheOperationsIsUsableWithoutCamel() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".(*)..")
                .and()
                .resideOutsideOfPackage(ROOT + ".operation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", ROOT, ROOT + ".operation..")
                .check(classes);
    }

    @Test
    void onlyTheProtocolReadsTheWire() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".(*)..")
                .and()
                .resideOutsideOfPackages(ROOT + ".operation..", ROOT + ".protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(classes);
    }

    @Test
    void onlyTheTransportKnowsTheHttpClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(classes);
    }

    @Test
    void theWireKnowsNothingOfQueriesAndRecords() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".http..", ROOT + ".session..", ROOT + ".protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".vtql..", ROOT + ".names..", ROOT + ".values..", ROOT + ".crm..")
                .check(classes);
    }

    @Test
    void feedsAndWritesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".changes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".upsert..", ROOT + ".proof..", ROOT + ".inventory..")
                .check(classes);
    }
}
