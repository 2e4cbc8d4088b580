[playlist]
File1=a.flac
File99999999999=b
