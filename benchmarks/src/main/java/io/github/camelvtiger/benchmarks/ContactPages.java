package io.github.camelvtiger.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.URIBuilder;

/** Pages of Contacts, ascending by id, by one session of HttpClient 5; each page is read into Maps and nothing else. */
final class ContactPages implements AutoCloseable {

    static final int SIZE = 100;

    private final CloseableHttpClient http = HttpClients.createDefault();
    private final ObjectMapper json = new ObjectMapper();
    private final URI script;
    private final String session;

    /** @param url of the CRM, without {@code webservice.php} */
    ContactPages(String url, String username, String accessKey) throws Exception {
        script = URI.create(url.endsWith("/") ? url : url + "/").resolve("webservice.php");
        session = login(username, accessKey);
    }

    /** @param last id of the page before; null for the first page */
    List<Map<String, Object>> after(String last) throws Exception {
        String after = last == null ? "" : " WHERE id > '" + last + "'";
        return query("SELECT * FROM Contacts" + after + " ORDER BY id LIMIT " + SIZE + ";");
    }

    /** Of a CRM that has Contacts. */
    String lastId() throws Exception {
        return String.valueOf(query("SELECT id FROM Contacts ORDER BY id DESC LIMIT 1;")
                .get(0)
                .get("id"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> query(String query) throws Exception {
        URI uri = new URIBuilder(script)
                .addParameter("operation", "query")
                .addParameter("sessionName", session)
                .addParameter("query", query)
                .build();
        return http.execute(new HttpGet(uri), response -> (List<Map<String, Object>>)
                json.readValue(response.getEntity().getContent(), Map.class).get("result"));
    }

    private String login(String username, String accessKey) throws Exception {
        URI challenge = new URIBuilder(script)
                .addParameter("operation", "getchallenge")
                .addParameter("username", username)
                .build();
        String token = result(new HttpGet(challenge)).get("token").asText();
        HttpPost login = new HttpPost(script);
        login.setEntity(new UrlEncodedFormEntity(List.of(
                new BasicNameValuePair("operation", "login"),
                new BasicNameValuePair("username", username),
                new BasicNameValuePair("accessKey", md5(token + accessKey)))));
        return result(login).get("sessionName").asText();
    }

    private JsonNode result(HttpUriRequestBase request) throws IOException {
        return http.execute(request, response -> {
            JsonNode answer = json.readTree(response.getEntity().getContent());
            if (!answer.path("success").asBoolean()) {
                throw new IOException("the CRM answered " + answer.path("error"));
            }
            return answer.get("result");
        });
    }

    private static String md5(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
