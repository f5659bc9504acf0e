// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/calls.h"
#include "oracle/yjsoracle.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <functional>
#include <iostream>
#include <string>
#include <string_view>

// Reads one JSON request a line and writes one JSON answer a line, until the input ends: about
// Kubernetes' rules, or with the argument "yjs" about shared documents.
int main(int argc, char **argv)
{
    std::ios::sync_with_stdio(false);
    const QCoreApplication application(argc, argv); // for timers, which never fire here
    oracle::YjsOracle yjs;
    std::function<QByteArray(const QByteArray &)> answer = [](const QByteArray &line) {
        return oracle::answer(line).toJson(QJsonDocument::Compact);
    };
    if (argc > 1 && argv[1] == std::string_view("yjs"))
        answer = [&yjs](const QByteArray &line) { return yjs.answerLine(line); };
    for (std::string line; std::getline(std::cin, line);)
        std::cout << answer(QByteArray::fromStdString(line)).constData() << '\n' << std::flush;
    return 0;
}
