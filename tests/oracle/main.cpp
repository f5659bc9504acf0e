// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/calls.h"

#include <QJsonDocument>

#include <iostream>
#include <string>

// Reads one JSON request a line and writes one JSON answer a line, until the input ends.
int main()
{
    for (std::string line; std::getline(std::cin, line);) {
        const auto answer = oracle::answer(QByteArray::fromStdString(line));
        std::cout << answer.toJson(QJsonDocument::Compact).toStdString() << '\n' << std::flush;
    }
    return 0;
}
