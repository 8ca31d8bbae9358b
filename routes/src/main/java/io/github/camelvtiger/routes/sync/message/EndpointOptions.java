package io.github.camelvtiger.routes.sync.message;

import io.github.camelvtiger.routes.sync.definition.EndpointUri;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.RuntimeCamelCatalog;
import org.apache.camel.support.PluginHelper;

/** Finds out whether an endpoint has the options of an address, without making the endpoint. */
public final class EndpointOptions {

    /** A setting, and what else precedes the options. */
    private static final Pattern SETTING = Pattern.compile("^.*?\\{\\{.*?}}[^?&]*[?&]?");

    /** Camel's catalog compares a word with those of an option as it is written. */
    private static final Pattern RAW_WORD = Pattern.compile("RAW\\(([\\w.-]*)\\)");

    private EndpointOptions() {}

    /** What is wrong with them, a sentence each. */
    public static List<String> faults(CamelContext camel, EndpointUri uri) {
        RuntimeCamelCatalog catalog = PluginHelper.getRuntimeCamelCatalog(camel);
        String scheme = uri.scheme();
        if (catalog.componentJSonSchema(scheme) == null) {
            // A component of the user's own, or one that has another name here.
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        try {
            EndpointValidationResult found = catalog.validateProperties(
                    scheme,
                    catalog.endpointProperties(RAW_WORD.matcher(known(uri)).replaceAll("$1")));
            options(found.getUnknown())
                    .forEach(option -> faults.add("The endpoint " + uri.label() + " has no option '" + option
                            + "'; look it up in the documentation of Camel's component " + scheme + "."));
            (isWritten(uri) ? options(found.getRequired()) : Set.<String>of())
                    .forEach(option -> faults.add("The endpoint " + uri.label() + " needs the option '" + option
                            + "'; add it to the address, or to 'parameters'."));
            Map<String, String> invalid = new LinkedHashMap<>();
            invalid.putAll(described(found.getInvalidBoolean(), "true or false"));
            invalid.putAll(described(found.getInvalidInteger(), "a whole number"));
            invalid.putAll(described(found.getInvalidNumber(), "a number"));
            invalid.putAll(described(found.getInvalidDuration(), "a duration such as 5s"));
            invalid.putAll(described(found.getInvalidEnum(), "one of the words that Camel's documentation lists"));
            invalid.forEach((option, kind) -> faults.add("The option '" + option + "' of the endpoint " + uri.label()
                    + " takes " + kind + "; correct its value."));
        } catch (URISyntaxException notAnAddress) {
            faults.add("The address " + uri.label() + " is not one that Camel understands; put values with & or % into"
                    + " RAW(...), or into 'parameters'.");
        }
        return faults;
    }

    /** Whether the sync file has the address itself; else a setting does, of which only the component is known here. */
    private static boolean isWritten(EndpointUri uri) {
        return uri.text().startsWith(uri.scheme() + ":");
    }

    /** What of an address can be looked at without settings. */
    private static String known(EndpointUri uri) {
        if (isWritten(uri)) {
            return uri.text();
        }
        String rest = SETTING.matcher(uri.text()).replaceFirst("");
        return uri.scheme() + ":setting" + (rest.isEmpty() ? "" : "?" + rest);
    }

    private static Set<String> options(Set<String> names) {
        return names == null ? Set.of() : new TreeSet<>(names);
    }

    private static Map<String, String> described(Map<String, String> invalid, String kind) {
        Map<String, String> described = new LinkedHashMap<>();
        if (invalid != null) {
            invalid.keySet().forEach(option -> described.put(option, kind));
        }
        return described;
    }
}
