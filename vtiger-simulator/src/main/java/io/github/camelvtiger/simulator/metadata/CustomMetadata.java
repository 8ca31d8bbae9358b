package io.github.camelvtiger.simulator.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Custom fields, picklist values and modules, on top of what every installation has:
 *
 * <pre>{@code
 * {"modules":[
 *   {"name":"Contacts","after":"lastname","fields":[
 *     {"name":"cf_901","label":"Level","type":"picklist","picklist":["Gold","Silver"]},
 *     {"name":"cf_903","label":"Partner","type":"reference","refersTo":["Accounts"],"mandatory":true},
 *     {"name":"cf_905","label":"Account number","type":"string"}],"sensitive":["cf_905"]},
 *   {"name":"Leads","picklists":{"leadsource":["Fair"]},"dependencies":[
 *     {"source":"leadsource","target":"rating","values":{"Fair":["Active","Acquired"]}}]},
 *   {"name":"Cars","singular":"Car","numbering":"CAR","fields":[
 *     {"name":"plate","label":"Plate","type":"string","column":"text(20)","mandatory":true}]}],
 *  "languages":{"de_de":{"Contacts":{"Contacts":"Personen","Last Name":"Nachname"},"*":{"Assigned To":"Zuständig"}}}}
 * }</pre>
 *
 * A module that is there gets the {@code fields} behind the one named by {@code after} (in front of {@code id} where it
 * is not said), and the values of {@code picklists} behind its own; fields named by {@code without} are left out;
 * {@code dependencies} say which values of one picklist go with which of another, for who asks;
 * {@code sensitive} names fields that are kept encrypted. Any other is a module of its own, completed by what
 * every module has. A field needs no more than name and type; {@code label}, {@code uitype}, {@code column},
 * {@code number} and {@code flags} may be said as in the simulator's own data files. {@code languages} has the labels that
 * users see whose {@code language} it is, by the English ones of a module, or under {@code *} of all modules.
 */
public final class CustomMetadata {

    /** No custom field. */
    public static final CustomMetadata NONE = new CustomMetadata("", List.of(), Languages.NONE);

    /** What the fields of every module are copied from. */
    private static final String MODEL = "Assets";

    private final String source;
    private final List<JsonNode> modules;
    private final Languages languages;

    private CustomMetadata(String source, List<JsonNode> modules, Languages languages) {
        this.source = source;
        this.modules = modules;
        this.languages = languages;
    }

    /** @throws IllegalArgumentException for a file that cannot be read or has no modules */
    public static CustomMetadata read(Path file) {
        String source = "metadata file \"" + file + "\"";
        JsonNode content;
        try {
            content = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException(source + " cannot be read: give a JSON file {\"modules\":[...]}", e);
        }
        return of(source, content);
    }

    /**
     * @param source what the content is of, for error sentences
     * @throws IllegalArgumentException for content without modules
     */
    public static CustomMetadata of(String source, JsonNode content) {
        if (!content.path("modules").isArray()) {
            throw new IllegalArgumentException(source + " has no list named modules: give {\"modules\":[...]}");
        }
        List<JsonNode> modules = new ArrayList<>();
        content.get("modules").forEach(modules::add);
        try {
            return new CustomMetadata(source, modules, Languages.of(content.path("languages")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    /** Those that {@code decrypt} of Vtiger Cloud answers. */
    public SensitiveFields sensitiveFields() {
        SensitiveFields sensitive = new SensitiveFields();
        modules.forEach(module -> sensitive.add(module.path("name").asText(), module.path("sensitive")));
        return sensitive;
    }

    Languages languages() {
        return languages;
    }

    boolean isEmpty() {
        return modules.isEmpty();
    }

    /** These, and then the others. */
    public CustomMetadata and(CustomMetadata others) {
        List<JsonNode> both = new ArrayList<>(modules);
        both.addAll(others.modules);
        return new CustomMetadata(source.isEmpty() ? others.source : source, both, languages.and(others.languages));
    }

    /** Of picklists on each other. */
    public PicklistDependencies dependencies() {
        PicklistDependencies dependencies = new PicklistDependencies();
        modules.forEach(module -> dependencies.add(module.path("name").asText(), module.path("dependencies")));
        return dependencies;
    }

    /**
     * @param standard the data of the modules of every installation; changed
     * @throws IllegalArgumentException one sentence that names the file, the module, the field and the fix
     */
    List<JsonNode> addedTo(List<JsonNode> standard) {
        List<JsonNode> all = new ArrayList<>(standard);
        if (modules.isEmpty()) {
            return all;
        }
        try {
            modules.forEach(custom -> add(custom, all));
            all.forEach(module -> check(module, all));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
        return all;
    }

    private static void add(JsonNode custom, List<JsonNode> all) {
        String name = custom.path("name").asText();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a module has no name: give \"name\":\"…\"");
        }
        JsonNode there = named(name, all);
        if (there == null) {
            all.add(new CustomModule(named(MODEL, all)).completed(custom, all));
            return;
        }
        ArrayNode fields = (ArrayNode) there.get("fields");
        CustomField field = new CustomField(name);
        int place = place(name, fields, custom.path("after").asText("id"));
        for (JsonNode one : custom.path("fields")) {
            fields.insert(place++, field.completed(one));
        }
        for (JsonNode without : custom.path("without")) {
            fields.removeIf(one -> one.get("name").asText().equals(without.asText()));
        }
        custom.path("picklists")
                .properties()
                .forEach(picklist -> addValues(name, fields, picklist.getKey(), picklist.getValue()));
    }

    private static JsonNode named(String name, List<JsonNode> modules) {
        return modules.stream()
                .filter(module -> module.get("name").asText().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static int place(String module, ArrayNode fields, String after) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).get("name").asText().equals(after)) {
                return after.equals("id") ? i : i + 1;
            }
        }
        throw new IllegalArgumentException("custom fields of module \"" + module + "\" must come after \"" + after
                + "\", which the module does not have: give the name of one of its fields");
    }

    private static void addValues(String module, ArrayNode fields, String name, JsonNode values) {
        for (JsonNode field : fields) {
            if (field.get("name").asText().equals(name) && field.has("picklist") && values.isArray()) {
                values.forEach(value -> ((ArrayNode) field.get("picklist")).add(value.asText()));
                return;
            }
        }
        throw new IllegalArgumentException("module \"" + module + "\" is to have more values in \"" + name
                + "\": give the name of one of its picklists and a list of texts");
    }

    private static void check(JsonNode module, List<JsonNode> all) {
        String name = module.get("name").asText();
        Set<String> seen = new HashSet<>();
        for (JsonNode field : module.get("fields")) {
            String fieldName = field.get("name").asText();
            if (!seen.add(fieldName)) {
                throw new IllegalArgumentException(
                        "module \"" + name + "\" has the field \"" + fieldName + "\" twice: give each its own name");
            }
            for (JsonNode target : field.path("refersTo")) {
                if (named(target.asText(), all) == null) {
                    throw new IllegalArgumentException("field \"" + fieldName + "\" of module \"" + name
                            + "\" refers to \"" + target.asText() + "\": give the name of a module, case and all");
                }
            }
        }
    }
}
