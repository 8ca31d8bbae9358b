package io.github.camelvtiger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The way of the data goes down only: Camel, operations, client, protocol, sessions and HTTP. */
@AnalyzeClasses(packages = "io.github.camelvtiger", importOptions = DoNotIncludeTests.class)
class LayersTest {

    private static final String[] BELOW_OPERATIONS = {
        "..camelvtiger.client..",
        "..camelvtiger.protocol..",
        "..camelvtiger.session..",
        "..camelvtiger.http..",
        "..camelvtiger.vtql..",
        "..camelvtiger.metadata.."
    };

    @ArchTest
    static final ArchRule theClientIsUsableWithoutCamel = noClasses()
            .that()
            .resideInAnyPackage(BELOW_OPERATIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "io.github.camelvtiger", "..camelvtiger.operation..");

    @ArchTest
    static final ArchRule onlyTheProtocolReadsTheWire = noClasses()
            .that()
            .resideInAnyPackage(
                    "..camelvtiger.client..",
                    "..camelvtiger.session..",
                    "..camelvtiger.http..",
                    "..camelvtiger.vtql..",
                    "..camelvtiger.metadata..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule onlyTheTransportKnowsTheHttpClient = noClasses()
            .that()
            .resideOutsideOfPackage("..camelvtiger.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..");

    @ArchTest
    static final ArchRule httpKnowsNothingAboveIt = noClasses()
            .that()
            .resideInAPackage("..camelvtiger.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..camelvtiger.session..",
                    "..camelvtiger.protocol..",
                    "..camelvtiger.vtql..",
                    "..camelvtiger.metadata..");

    @ArchTest
    static final ArchRule sessionsKnowNoWireAndNoQueries = noClasses()
            .that()
            .resideInAPackage("..camelvtiger.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..camelvtiger.protocol..", "..camelvtiger.vtql..", "..camelvtiger.metadata..");

    @ArchTest
    static final ArchRule queriesAreTextOnly = noClasses()
            .that()
            .resideInAPackage("..camelvtiger.vtql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..camelvtiger.protocol..",
                    "..camelvtiger.session..",
                    "..camelvtiger.http..",
                    "..camelvtiger.metadata..");
}
