package io.github.camelvtiger.routes.manage.page;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Makes HTML of what there is to show; whatever a record or a reason says is text in it. */
final class PageTemplates {

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    PageTemplates() {
        templates.setClassLoaderForTemplateLoading(PageTemplates.class.getClassLoader(), "page");
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setURLEscapingCharset(StandardCharsets.UTF_8.name());
        templates.setLocale(Locale.ROOT);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setFallbackOnNullLoopVariable(false);
    }

    /** @param name of the template, without its ending, by which all that is put into it is escaped */
    String html(String name, Map<String, ?> model) {
        StringWriter text = new StringWriter();
        try {
            templates.getTemplate(name + ".ftlh").process(model, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(
                    "The template " + name + " cannot be filled in: " + e.getMessageWithoutStackTop(), e);
        }
        return text.toString();
    }
}
