package io.github.camelvtiger.routes.sync.mapping;

import static io.github.camelvtiger.routes.sync.mapping.MappingFixture.faults;
import static io.github.camelvtiger.routes.sync.mapping.MappingFixture.leads;
import static io.github.camelvtiger.routes.sync.mapping.MappingFixture.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a mapping before there is a row. */
class MappingFaultsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ lastnme: a, lastname: b }|map.lastnme|There is no field 'lastnme' in Leads; did you mean lastname",
                "{ Primary Email: a, lastname: b }|map.Primary Email|did you mean email?",
                "{ createdtime: a, lastname: b }|map.createdtime|read-only",
                "{ firstname: a }|map|A record of Leads cannot be created without lastname (Last Name)",
                "{ lastname: a, industry: { from: b, values: { x: Bank } } }|map.industry.values.x|'Bank' of industry"
                        + " (picklist) is not in its list; write Construction or Banking or Other.",
                "{ lastname: a, industry: { value: Bank } }|map.industry.value|'Bank' of industry",
                "{ lastname: a, industry: { from: b, default: Bank } }|map.industry.default|'Bank' of industry",
                "{ lastname: a, interests: { from: b, default: 'Wine;Milk' } }|map.interests.default|'Milk' of"
                        + " interests",
                "{ lastname: a, noofemployees: { value: many } }|map.noofemployees.value|is not a number",
                "{ lastname: a, phone: { from: b, owner: true } }|map.phone.owner|is not an owner",
                "{ lastname: a, phone: { from: b, reference: x } }|map.phone.reference|is not a reference",
                "{ lastname: a, account: { from: b, reference: acountname } }|map.account.reference.acountname|There"
                        + " is no field 'acountname' in Accounts, where the record is looked up; did you mean"
                        + " accountname?",
                "{ lastname: a, account: { from: b, reference: accountname, module: Contacts }"
                        + " }|map.account.module.Contacts|does not refer to Contacts; write one of Accounts.",
                "{ lastname: a, related: { from: b, reference: lastname, create: true } }|map.related.create|add"
                        + " 'module'",
                "{ lastname: a, related: { from: b, reference: lastname, module: Contacts, create: true }"
                        + " }|map.related.create|cannot be created with lastname alone; it needs code too",
                "{ lastname: cherry }|map.lastname.from.cherry|The source has no column 'cherry'; it has a, b.",
                "{ lastname: { simple: '${body[a}' } }|map.lastname.simple|is not understood",
                "{ lastname: { jsonpath: '$..[' } }|map.lastname.jsonpath|is not understood",
            })
    void namesThePlaceAndTheRemedy(String map, String path, String sentence) {
        assertThat(faults(leads("map: " + map), "a", "b"))
                .singleElement()
                .satisfies(fault -> assertThat(String.join(".", fault.path())).isEqualTo(path))
                .satisfies(fault -> assertThat(fault.sentence()).contains(sentence));
    }

    @Test
    void allAreNamedAtOnce() {
        assertThat(faults(leads("map: { lastnme: a, phone: c }\nskip: '${body[x}'"), "a"))
                .extracting(fault -> String.join(".", fault.path()))
                .containsExactlyInAnyOrder("map.lastnme", "map.phone.from.c", "map", "skip");
    }

    @Test
    void keysToMatchByHaveARule() {
        assertThat(faults(sync("from: { file: in }\nto: { crm: Leads, match: [email, phon] }\nmap: { lastname: a }")))
                .extracting(MappingFault::sentence)
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("The field email is to match by, and no rule gives it"),
                        fault -> assertThat(fault).contains("'phon' in Leads to match by; did you mean phone?"));
    }

    @Test
    void anUpsertWithoutAMandatoryFieldIsOnlyNoted() {
        Mapping mapping =
                MappingFixture.mapping(sync("from: { file: in }\nto: { crm: Leads, match: email }\nmap: { email: a }"));

        assertThat(mapping.notes())
                .singleElement()
                .asString()
                .contains("cannot be created without lastname (Last Name)");
    }

    @Test
    void columnsThatMeanSeveralFieldsOrOneFieldTwiceAreNamed() {
        assertThat(faults(leads(""), "City", "lastname", "Last Name"))
                .extracting(MappingFault::sentence)
                .containsExactly(
                        "The column 'City' may mean city1 or city2; add a 'map' that says which.",
                        "The columns 'lastname' and 'Last Name' both mean the field lastname; put one of them into"
                                + " 'ignore'.");
        assertThat(faults(leads(""), "Shoe", "Size"))
                .extracting(MappingFault::sentence)
                .first()
                .asString()
                .startsWith("No column is called like a field of Leads");
    }

    @Test
    void ofAModuleThatIsNotKnownOnlyTheRestIsSaid() {
        assertThat(Mapping.faults(
                        leads("map: { nothing: cherry }"),
                        "Leads",
                        List.of("a"),
                        any -> Optional.empty(),
                        MappingFixture.CAMEL))
                .extracting(MappingFault::sentence)
                .containsExactly("The source has no column 'cherry'; it has a.");
    }

    @Test
    void faultsOfOneOfSeveralModulesHaveItsPath() {
        var sync = sync("from: { crm: [Leads, Contacts] }\nto: { crm: [Leads, Contacts], connection: us }\n"
                + "modules: { Leads: { map: { lastnme: a, lastname: b }, match: phon }, Contacts: { match: email } }");

        assertThat(faults(sync))
                .extracting(fault -> String.join(".", fault.path()))
                .containsExactly("modules.Leads.map.lastnme", "modules.Leads.match.phon");
    }

    @Test
    void aMappingWithFaultsIsNotMade() {
        assertThatThrownBy(() -> MappingFixture.mapping(leads("map: { lastnme: a, lastname: b }")))
                .isInstanceOf(BadMappingException.class)
                .hasMessage("There is no field 'lastnme' in Leads; did you mean lastname?");
    }
}
