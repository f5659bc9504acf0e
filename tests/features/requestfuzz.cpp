// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestfuzz.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QJsonObject resolved(const QJsonObject &document, const QJsonObject &value)
{
    const auto reference = value["$ref"_L1].toString();
    if (reference.isEmpty())
        return value;
    QJsonValue at = document;
    for (const auto &part : reference.sliced(2).split(u'/'))
        at = at[part];
    return at.toObject();
}

FuzzedOperation operationOf(const QJsonObject &document, const QString &path, const QString &method,
                            const QJsonObject &from)
{
    FuzzedOperation operation{.id = from["operationId"_L1].toString(),
                              .method = method.toUpper().toLatin1(),
                              .path = path,
                              .isSocket = from.contains("x-websocket"_L1),
                              .takesBody = from.contains("requestBody"_L1)};
    for (const auto &one : from["parameters"_L1].toArray()) {
        const auto parameter = resolved(document, one.toObject());
        operation.parameters.push_back({.name = parameter["name"_L1].toString(),
                                        .place = parameter["in"_L1].toString(),
                                        .schema = parameter["schema"_L1].toObject()});
    }
    const auto answers = from["responses"_L1].toObject();
    operation.takesAnyStatus = answers.contains("default"_L1);
    for (const auto &status : answers.keys())
        operation.statuses.append(status.toInt());
    return operation;
}

/// As they stand in an address: some are encoded already, some never should.
const QByteArrayList &nastyTexts()
{
    static const QByteArrayList texts{"%2F",
                                      "%2f..%2f..%2fetc",
                                      "..",
                                      ".",
                                      "%2e%2e",
                                      "%252e%252e%252f",
                                      "%00",
                                      "a%00b",
                                      "%0d%0aX-Injected:%201",
                                      "%C0%AF", // overlong /
                                      "%c0%ae%c0%ae", // overlong ..
                                      "%E0%80%AF",
                                      "%ED%A0%80", // half a surrogate pair
                                      "%F4%90%80%80", // beyond Unicode
                                      "%FF%FE",
                                      "%",
                                      "%G1",
                                      "%1",
                                      "%u002e",
                                      "%EF%BB%BF",
                                      "%E2%80%AE",
                                      "%F0%9F%9A%80",
                                      "-1",
                                      "0",
                                      "1e309",
                                      "2147483648",
                                      "-2147483649",
                                      "9223372036854775808",
                                      "99999999999999999999999999",
                                      "NaN",
                                      "0x10",
                                      "1.5",
                                      "true",
                                      "null",
                                      "[]",
                                      "{}",
                                      "{kind}",
                                      "*",
                                      "%27%20or%201=1--",
                                      "%3Cscript%3E",
                                      "$(id)",
                                      ";",
                                      "a;b=c",
                                      "?",
                                      "%3F%23",
                                      "a=b,c!=d,!e,f%20in%20(g)",
                                      "a%20in%20(",
                                      "2026-02-30T25:61:61Z",
                                      "9999-12-31T23:59:59.999999999Z",
                                      "0000-00-00T00:00:00Z",
                                      "2026-01-30T12:00:00.000000001Z_18446744073709551616",
                                      "pods,pods,pods",
                                      ",,,,",
                                      "pods=x;services=y",
                                      " ",
                                      "\xff\xfe",
                                      "\xc3\xa4"};
    return texts;
}

} // namespace

std::vector<FuzzedOperation> FuzzedOperation::in(const QJsonObject &document)
{
    std::vector<FuzzedOperation> operations;
    const auto paths = document["paths"_L1].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const auto methods = path->toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method)
            operations.push_back(
                operationOf(document, path.key(), method.key(), method->toObject()));
    }
    return operations;
}

QByteArray RequestFuzz::noise(int most)
{
    QByteArray bytes(m_random.bounded(most + 1), Qt::Uninitialized);
    for (auto &byte : bytes)
        byte = char(m_random.bounded(256));
    return bytes;
}

QByteArray RequestFuzz::nasty()
{
    const auto choice = m_random.bounded(100);
    if (choice < 70)
        return oneOf(nastyTexts());
    if (choice < 80)
        return noise(40).toPercentEncoding();
    if (choice < 90)
        return oneOf(nastyTexts()) + oneOf(nastyTexts());
    if (choice < 95)
        return QByteArray(m_random.bounded(4'000), 'a');
    return oneOf({"%41", "%2C", "a,", "%25"}).repeated(m_random.bounded(1'000));
}

QByteArray RequestFuzz::valueOf(const FuzzedOperation::Parameter &parameter)
{
    const auto known = m_good.value(parameter.name);
    const auto type = parameter.schema["type"_L1].toString();
    const auto choices = parameter.schema["enum"_L1].toArray();
    if (!known.isEmpty())
        return known.at(m_random.bounded(known.size())).toUtf8();
    if (!choices.isEmpty())
        return choices.at(m_random.bounded(choices.size())).toString().toUtf8();
    if (type == "boolean"_L1)
        return oneOf({"true", "false"});
    if (type == "integer"_L1)
        return QByteArray::number(m_random.bounded(1, 100));
    return "x";
}

QByteArray RequestFuzz::targetOf(const FuzzedOperation &operation, FuzzedRequest &request)
{
    auto target = operation.path.toUtf8();
    QByteArrayList pairs;
    for (const auto &parameter : operation.parameters) {
        const bool isNasty = chance(25);
        const auto value = isNasty ? nasty() : valueOf(parameter);
        if (parameter.place == "path"_L1) {
            request.isStray = request.isStray || isNasty;
            target.replace(QByteArray('{' + parameter.name.toUtf8() + '}'), value);
        } else if (parameter.place == "query"_L1 && chance(50)) {
            pairs.append(parameter.name.toUtf8() + '=' + value);
        }
        if (chance(5) && !pairs.isEmpty())
            pairs.append(pairs.constLast()); // twice
    }
    if (chance(5))
        pairs.append(nasty() + '=' + nasty());
    if (chance(3))
        pairs.append(nasty());
    if (chance(2)) {
        request.isStray = true;
        target += oneOf({"/", "//", "/..", "/.", ";x=1", "%2f", "%20", "#a"});
    }
    if (!pairs.isEmpty())
        target += '?' + pairs.join('&');
    return target;
}

QByteArrayList RequestFuzz::headersOf(const FuzzedOperation &operation, FuzzedRequest &request)
{
    QByteArrayList headers{"Host: 127.0.0.1"};
    const auto proof = m_random.bounded(100);
    request.hasWrongProof = proof >= 94;
    if (proof < 90)
        headers.append("Authorization: Bearer " + m_key);
    else if (request.hasWrongProof)
        headers.append(oneOf({"Authorization: Bearer x.y.z", "Authorization: Bearer",
                              "Authorization: Basic YTpi", "Cookie: krateyard-session=a",
                              "Authorization: Bearer eyJhbGciOiJub25lIn0.e30."}));
    for (const auto &parameter : operation.parameters) {
        if (parameter.place == "header"_L1 && chance(30))
            headers.append(parameter.name.toUtf8() + ": " + (chance(50) ? nasty() : "x"));
    }
    if (operation.isSocket && chance(70))
        headers.append({"Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="});
    if (chance(15))
        headers.append(oneOf(
            {"Accept: text/event-stream", "Accept: application/xml",
             "Accept-Encoding: gzip, br;q=0", "If-None-Match: *", "Range: bytes=0-0,5-",
             "Origin: https://elsewhere.example", "Origin: null", "X-Forwarded-For: 1.2.3.4, \xff",
             "X-HTTP-Method-Override: DELETE", "Cookie: a=b; ; =; krateyard-session",
             "Content-Type: text/plain", "Upgrade: h2c", "Expect: 100-continue",
             "Last-Event-ID: \xc0\xaf", "X-Empty:", "Impersonate-User: system:admin"}));
    if (chance(2))
        headers.append("X-Long: " + QByteArray(m_random.bounded(40'000), 'x'));
    if (chance(2)) {
        for (auto i = m_random.bounded(150); i > 0; --i)
            headers.append("X-Many: 1");
    }
    return headers;
}

QByteArray RequestFuzz::bodyOf(const FuzzedOperation &operation)
{
    if (!operation.takesBody)
        return chance(5) ? noise(200) : QByteArray();
    const auto choice = m_random.bounded(100);
    if (choice < 20)
        return R"({"theme":"dark","ui":{"a":[1,2,{"b":null}]}})";
    if (choice < 30)
        return oneOf({"{", "[", "[]", "null", "\"text\"", "1e999", "{\"theme\":}", "{}{}",
                      "{\"theme\":\"\\ud800\"}", "{\"ui\":{\"a\":\"\\u0000\"}}", "\xef\xbb\xbf{}",
                      "{\"theme\":1}", "{\"ui\":[]}", "{\"activeResources\":{}}",
                      "{\"activeResources\":[null]}", "{\"activeResources\":[[[]]]}",
                      "{\"__proto__\":{}}", "{\"theme\":\"dark\",\"theme\":\"pink\"}"});
    if (choice < 45)
        return "{\"ui\":" + QByteArray("{\"a\":").repeated(m_random.bounded(3'000)) + "1"
            + QByteArray("}").repeated(m_random.bounded(3'000));
    if (choice < 55)
        return QByteArray("[").repeated(m_random.bounded(20'000));
    if (choice < 65) {
        QByteArray list = R"({"kind":"pod","namespace":"a","name":"b"},)";
        list = list.repeated(m_random.bounded(1, 700)).chopped(1);
        return "{\"pinnedResources\":[" + list + "]}";
    }
    if (choice < 75)
        return "{\"ui\":{\"a\":\"" + QByteArray(m_random.bounded(400'000), 'x') + "\"}}";
    if (choice < 90) { // a good one with some bytes changed
        QByteArray body = R"({"theme":"light","pinnedResources":[{"kind":"app","namespace":"a",)"
                          R"("name":"b"}],"ui":{"c":[true,1.5,"d"]}})";
        for (auto i = m_random.bounded(1, 6); i > 0; --i)
            body[m_random.bounded(int(body.size()))] = char(m_random.bounded(256));
        return body;
    }
    return noise(4'000);
}

/// Some say the wrong length, some come in chunks, and some are no HTTP.
void RequestFuzz::frame(FuzzedRequest &request, QByteArray head, const QByteArray &body)
{
    const auto choice = m_random.bounded(100);
    if (choice < 3) {
        request.isWhole = false;
        head +=
            oneOf({"no colon at all\r\n", ": no name\r\n", "Content-Length: -1\r\n",
                   "Content-Length: 1\r\nContent-Length: 2\r\n", "Content-Length: 99999999999\r\n",
                   "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
                   "Transfer-Encoding: gzip\r\n", "X:\x01\x02\r\n", " folded\r\n"});
        request.bytes = head + "\r\n" + body;
    } else if (choice < 8 && !body.isEmpty()) {
        request.bytes = head + "Transfer-Encoding: chunked\r\n\r\n"
            + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
    } else {
        if (!body.isEmpty())
            head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        request.bytes = head + "\r\n" + body;
    }
}

FuzzedRequest RequestFuzz::next(const FuzzedOperation &operation)
{
    FuzzedRequest request;
    auto method = operation.method;
    if (method == "GET" && chance(5) && !operation.isSocket)
        method = "HEAD";
    const auto target = targetOf(operation, request);
    // A blank, a control or what is no ASCII ends or breaks the first line.
    for (const auto c : target)
        request.isWhole = request.isWhole && c > ' ' && c < 0x7f;
    QByteArray head = method + ' ' + target + " HTTP/1.1\r\n";
    for (const auto &header : headersOf(operation, request))
        head += header + "\r\n";
    const auto body = bodyOf(operation);
    const bool wasWhole = request.isWhole;
    frame(request, head, body);
    request.isWhole = request.isWhole && wasWhole;
    return request;
}
