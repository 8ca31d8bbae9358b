package io.github.camelvtiger.benchmarks.ways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.benchmarks.Crm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.URIBuilder;

/** A session of HttpClient 5 that reads each answer into Maps, and does nothing else with it. Not for several threads. */
public final class BareSession implements AutoCloseable {

    /** The most rows that a CRM answers at once. */
    public static final int PAGE = 100;

    private final CloseableHttpClient http = HttpClients.createDefault();
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong requests = new AtomicLong();
    private final URI script;
    private final String session;

    public BareSession(Crm crm) throws Exception {
        script = URI.create(crm.url().endsWith("/") ? crm.url() : crm.url() + "/")
                .resolve("webservice.php");
        session = login(crm);
    }

    /** Rows of a query, which are a page at most. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> query(String query) throws Exception {
        URI uri = new URIBuilder(script)
                .addParameter("operation", "query")
                .addParameter("sessionName", session)
                .addParameter("query", query)
                .build();
        return (List<Map<String, Object>>) answer(new HttpGet(uri));
    }

    /** Contacts, ascending by id. @param last id of the page before; null for the first page */
    public List<Map<String, Object>> contactsAfter(String last) throws Exception {
        String after = last == null ? "" : " WHERE id > '" + last + "'";
        return query("SELECT * FROM Contacts" + after + " ORDER BY id LIMIT " + PAGE + ";");
    }

    /**
     * @param order of Contacts by id: {@code ASC} or {@code DESC}
     * @throws IllegalStateException if the CRM has none
     */
    public String firstId(String order) throws Exception {
        List<Map<String, Object>> first = query("SELECT id FROM Contacts ORDER BY id " + order + " LIMIT 1;");
        if (first.isEmpty()) {
            throw new IllegalStateException("The CRM has no Contacts; measure one that has some thousands.");
        }
        return String.valueOf(first.get(0).get("id"));
    }

    /** A call that writes. */
    public Map<?, ?> write(String operation, Map<String, ?> element) throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("operation", operation);
        form.put("sessionName", session);
        form.put("element", json.writeValueAsString(element));
        if (operation.equals("create")) {
            form.put("elementType", "Contacts");
        }
        return (Map<?, ?>) answer(post(form));
    }

    public long requests() {
        return requests.get();
    }

    private Object answer(HttpUriRequestBase request) throws IOException {
        requests.incrementAndGet();
        Map<?, ?> answer = http.execute(
                request, response -> json.readValue(response.getEntity().getContent(), Map.class));
        if (!Boolean.TRUE.equals(answer.get("success"))) {
            throw new IOException("The CRM answered " + answer.get("error") + ".");
        }
        return answer.get("result");
    }

    private HttpPost post(Map<String, String> form) {
        HttpPost post = new HttpPost(script);
        post.setEntity(new UrlEncodedFormEntity(
                form.entrySet().stream()
                        .<NameValuePair>map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                        .toList(),
                StandardCharsets.UTF_8));
        return post;
    }

    private String login(Crm crm) throws Exception {
        URI challenge = new URIBuilder(script)
                .addParameter("operation", "getchallenge")
                .addParameter("username", crm.username())
                .build();
        JsonNode token = json.valueToTree(answer(new HttpGet(challenge))).get("token");
        Map<String, String> form = Map.of(
                "operation", "login", "username", crm.username(), "accessKey", md5(token.asText() + crm.accessKey()));
        return json.valueToTree(answer(post(form))).get("sessionName").asText();
    }

    private static String md5(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
