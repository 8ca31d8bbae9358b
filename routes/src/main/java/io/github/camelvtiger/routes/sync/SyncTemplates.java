package io.github.camelvtiger.routes.sync;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;

/** The templates of the routes of syncs. */
final class SyncTemplates {

    static final List<String> NAMES = List.of(
            "sync-errors",
            "rows-into-crm",
            "portion-into-crm",
            "rejects-again",
            "rejects-of-export",
            "files-inbox",
            "rows-of-table",
            "export-errors",
            "feed-into-files",
            "messages-into-uri",
            "messages-into-crm",
            "feed-into-crm",
            "feed-into-tables",
            "table-fill",
            "export-into-files",
            "module-into-files",
            "modules-of-crm",
            "relations-again",
            "whole-module-into-files",
            "export-by-cron");

    private SyncTemplates() {}

    /** Unless the pattern by which an application finds its routes has found them. */
    static void load(CamelContext context) throws Exception {
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        if (model.getRouteTemplateDefinition(NAMES.get(1)) != null) {
            return;
        }
        RoutesLoader loader = PluginHelper.getRoutesLoader(context);
        for (String template : NAMES) {
            loader.loadRoutes(PluginHelper.getResourceLoader(context)
                    .resolveResource("classpath:camel/templates/" + template + ".yaml"));
        }
    }
}
