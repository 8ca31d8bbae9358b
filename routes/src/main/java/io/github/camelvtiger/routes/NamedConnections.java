package io.github.camelvtiger.routes;

import io.github.camelvtiger.VtigerConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;

/** The named connections among the beans of the settings, for a command: in the application Camel makes them. */
final class NamedConnections {

    private static final String CLASS = "#class:" + VtigerConnection.class.getName();
    private static final Pattern BEAN = Pattern.compile("camel\\.beans\\.([^.\\[\\]]+)");

    private NamedConnections() {}

    static void bind(CamelContext context, Settings settings) {
        for (String setting : settings.names()) {
            Matcher bean = BEAN.matcher(setting);
            if (bean.matches() && settings.find(setting).filter(CLASS::equals).isPresent()) {
                context.getRegistry().bind(bean.group(1), connection(context, settings, setting + "."));
            }
        }
    }

    private static VtigerConnection connection(CamelContext context, Settings settings, String prefix) {
        Map<String, Object> options = new HashMap<>();
        settings.names().stream().filter(name -> name.startsWith(prefix)).forEach(name -> settings.find(name)
                .ifPresent(value -> options.put(name.substring(prefix.length()), value)));
        VtigerConnection connection = new VtigerConnection();
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(connection)
                .withProperties(options)
                .withIgnoreCase(true)
                .bind();
        return connection;
    }
}
